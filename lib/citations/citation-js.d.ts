declare module "@citation-js/core" {
  export class Cite {
    constructor(items: readonly object[]);
    format(format: "ris" | "bibtex"): string;
  }
}
declare module "@citation-js/plugin-ris" {}
declare module "@citation-js/plugin-bibtex" {}
