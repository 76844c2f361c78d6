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
  "container-title"?: string;
  "original-title"?: string;
  note?: string;
  abstract: string;
  URL: string;
};

export const CITATION_FORMATS = {
  "citation.ris": { label: "RIS", written: "ris", contentType: "application/x-research-info-systems; charset=utf-8" },
  "citation.bib": { label: "BibTeX", written: "bibtex", contentType: "application/x-bibtex; charset=utf-8" },
  "citation.json": {
    label: "CSL-JSON",
    written: null,
    contentType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  },
} as const;
export type CitationFormat = keyof typeof CITATION_FORMATS;

export const isCitationFormat = (name: string): name is CitationFormat => Object.hasOwn(CITATION_FORMATS, name);
