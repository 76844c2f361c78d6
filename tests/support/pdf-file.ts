import PDFDocument from "pdfkit";

/** A PDF whose pages say some words. */
export function pdfSaying(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ autoFirstPage: false, ...options });
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    for (const words of pages) document.addPage().text(words);
    document.end();
  });
}

export const TAGGED = { pdfVersion: "1.7", tagged: true, lang: "fr-FR" } as const;
