/** A work as citation software exchanges it: CSL-JSON, with the few variables used here. */
export type CslItem = {
  id: string;
  type: string;
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  issued?: { "date-parts": [[number]] };
  language: string;
  "number-of-pages"?: string;
  abstract: string;
  URL: string;
};

export const CITATION_FORMATS = {
  "citation.ris": { label: "RIS", contentType: "application/x-research-info-systems; charset=utf-8" },
  "citation.bib": { label: "BibTeX", contentType: "application/x-bibtex; charset=utf-8" },
  "citation.json": { label: "CSL-JSON", contentType: "application/vnd.citationstyles.csl+json; charset=utf-8" },
} as const;
export type CitationFormat = keyof typeof CITATION_FORMATS;

export const isCitationFormat = (name: string): name is CitationFormat => Object.hasOwn(CITATION_FORMATS, name);

/** The library of citations is read only when somebody asks for one of its formats. */
async function written(item: CslItem, format: "ris" | "bibtex"): Promise<string> {
  const { Cite } = await import("@citation-js/core");
  await import("@citation-js/plugin-ris");
  await import("@citation-js/plugin-bibtex");
  return new Cite([item]).format(format);
}

/** A work as the file that Zotero, EndNote or LaTeX read. */
export async function citationFile(item: CslItem, format: CitationFormat): Promise<string> {
  if (format === "citation.json") return `${JSON.stringify([item], null, 2)}\n`;
  return written(item, format === "citation.ris" ? "ris" : "bibtex");
}
