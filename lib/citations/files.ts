/** A work as the file of a reference manager; the library is read only when somebody asks. @param item CSL-JSON */
export async function citationText(item: object, format: "ris" | "bibtex"): Promise<string> {
  const { Cite } = await import("@citation-js/core");
  await import("@citation-js/plugin-ris");
  await import("@citation-js/plugin-bibtex");
  return new Cite([item]).format(format);
}
