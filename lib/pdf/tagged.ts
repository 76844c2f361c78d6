import PDFDocument from "pdfkit";
import { FACES, isDrawable, spelt, unpackedAny } from "#lib/pdf/typeface";

const COLOURS = { ink: "#17302e", muted: "#4a5f5c", brand: "#0e5a55" } as const;
const BAND = "#f8ecd6";
const BAND_HEIGHT = 14;
const MARGIN = 72;

const METADATA = `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
</rdf:Description>`;

/** One paragraph of a document. Sizes and gaps in points. */
export type Paragraph = {
  tag: "H1" | "H2" | "P";
  text: string;
  size: number;
  colour?: keyof typeof COLOURS;
  above?: number;
  href?: string;
};

export type TaggedDocument = { title: string; author: string; paragraphs: readonly Paragraph[] };

type Pdf = InstanceType<typeof PDFDocument>;

/** Decoration: outside the structure, so that nobody has to hear it. */
function decorate(pdf: Pdf): void {
  const { width, height } = pdf.page;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.rect(0, 0, width, BAND_HEIGHT).fill(COLOURS.brand);
  pdf.rect(0, height - BAND_HEIGHT, width, BAND_HEIGHT).fill(BAND);
  pdf.endMarkedContent();
}

function write(pdf: Pdf, { text, size, colour = "ink" }: Paragraph): void {
  pdf.fontSize(size).fillColor(COLOURS[colour]);
  const runs = spelt(text);
  for (const [index, run] of runs.entries()) {
    // With features, a run is laid out whole: letters that join, or go from right to left, need their neighbours.
    pdf.font(run.face).text(run.text, { continued: index < runs.length - 1, lineGap: size / 5, features: [] });
  }
}

/** A link: its words, and the area that leads to the address. */
function link(pdf: Pdf, paragraph: Paragraph & { href: string }) {
  const element = pdf.struct("Link");
  element.add(() => {
    const { x, y } = pdf;
    write(pdf, paragraph);
    const { width, margins } = pdf.page;
    // The area says where it leads (PDF/UA-1, 7.18.5).
    const words = { structParent: element, Contents: new String(paragraph.text) };
    pdf.link(x, y, width - margins.left - margins.right, pdf.y - y, paragraph.href, words);
  });
  element.end();
  return element;
}

function addParagraph(pdf: Pdf, root: ReturnType<Pdf["struct"]>, paragraph: Paragraph): void {
  const { tag, text, above = 0, href } = paragraph;
  // What cannot be drawn as it is written can still be heard and copied.
  const element = pdf.struct(tag, isDrawable(text) ? {} : { actual: text });
  root.add(element);
  pdf.y += above;
  if (href === undefined) element.add(() => write(pdf, paragraph));
  else element.add(link(pdf, { ...paragraph, href }));
  element.end();
}

/**
 * A document of one page in French, tagged so that it can be read aloud and reflowed: structure tree, language, title in
 * the window, embedded fonts, decoration left out of the reading. It follows PDF/UA-1 and does not claim it: nothing that
 * validates it runs here.
 * @param at instant written in it as its date of creation
 */
export async function taggedPdf(document: TaggedDocument, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN / 2 },
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    font: FACES.latin,
    info: { Title: document.title, Author: document.author, CreationDate: at },
  });
  const needsAny = document.paragraphs.some(({ text }) => spelt(text).some(({ face }) => face === "any"));
  for (const face of ["latin", "extended", "world"] as const) pdf.registerFont(face, FACES[face]);
  if (needsAny) pdf.registerFont("any", await unpackedAny());
  pdf.appendXML(METADATA);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  decorate(pdf);
  for (const paragraph of document.paragraphs) addParagraph(pdf, root, paragraph);
  root.end();
  pdf.end();
  return new Uint8Array(Buffer.concat(await Array.fromAsync(pdf)));
}
