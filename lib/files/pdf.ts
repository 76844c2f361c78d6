const MOST_PAGES = 2_000;
const LONGEST_PAGE = 20_000;

export type PdfFacts = {
  pages: number;
  /** BCP 47, as the document says it. */
  language: string | null;
  /** Whether it has the structure that readers of screens follow. */
  tagged: boolean;
  title: string | null;
  /** The words of each page, in order. */
  texts: string[];
};

const worded = (value: unknown): string | null => {
  const text = typeof value === "string" ? value.replaceAll("\0", "").trim().toWellFormed() : "";
  return text || null;
};

/** To be called aside, by `confined`. @returns null for what is damaged, or closed by a password */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts | null> {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(bytes, { verbosity: 0 }).catch(() => null);
  if (!document) return null;
  const [{ info }, mark] = await Promise.all([document.getMetadata(), document.getMarkInfo()]);
  const said = info as Record<string, unknown>;
  const texts: string[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    texts.push((worded(words) ?? "").slice(0, LONGEST_PAGE));
    page.cleanup();
  }
  return {
    pages: document.numPages,
    language: worded(said.Language),
    tagged: mark?.Marked === true,
    title: worded(said.Title),
    texts,
  };
}
