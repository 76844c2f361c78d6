/** A work as the file of a reference manager; the library is read only when somebody asks. @param item CSL-JSON */
export async function citationText(item: object, format: "ris" | "bibtex"): Promise<string> {
  const { Cite } = await import("@citation-js/core");
  await import("@citation-js/plugin-ris");
  await import("@citation-js/plugin-bibtex");
  const text = new Cite([item]).format(format);
  // It cuts the lines of RIS in the middle of words, which readers put back with a space.
  return format === "ris" ? `${text.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, "")}\n` : text;
}
