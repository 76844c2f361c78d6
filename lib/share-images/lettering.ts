import { readFile } from "node:fs/promises";
import { create, type Font } from "fontkit";
import { FACES, type Face, spelt, unpackedAny } from "#lib/pdf/typeface";

/** A text as outlines, in thousandths of its size: it is drawn alike on every machine, whatever letters that has. */
export type Outline = { path: string; width: number };

const UNIT = 1_000;
const SPACE = 250;
const THIN = 170;
const GAPS: Readonly<Record<string, number>> = { " ": SPACE, "\u00A0": SPACE, "\u202F": THIN, "\u2009": THIN };

const opened = new Map<Face, Promise<Font>>();

async function open(face: Face): Promise<Font> {
  const font = create(face === "any" ? await unpackedAny() : await readFile(/* turbopackIgnore: true */ FACES[face]));
  if (!("layout" in font)) throw new Error(`${face} holds several faces.`);
  return font;
}

function faceOf(face: Face): Promise<Font> {
  const font = opened.get(face) ?? open(face);
  opened.set(face, font);
  return font;
}

async function lettersOf(text: string, from: number): Promise<Outline> {
  const paths: string[] = [];
  let width = 0;
  for (const run of spelt(text)) {
    const font = await faceOf(run.face);
    const scale = UNIT / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    for (const [rank, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[rank] ?? {};
      const x = Math.round(from + width + xOffset * scale);
      paths.push(
        glyph.path
          .scale(scale, -scale)
          .translate(x, -yOffset * scale)
          .toSVG(),
      );
      width += xAdvance * scale;
    }
  }
  return { path: paths.join(""), width };
}

/** Words that stay together, with the spaces between them, narrow ones narrow. */
export async function outlineOf(text: string): Promise<Outline> {
  const paths: string[] = [];
  let width = 0;
  for (const piece of text.split(/([ \u00A0\u202F\u2009])/)) {
    const gap = GAPS[piece];
    const letters = gap === undefined ? await lettersOf(piece, width) : { path: "", width: gap };
    paths.push(letters.path);
    width += letters.width;
  }
  return { path: paths.join(""), width };
}

export type Laid = { size: number; lines: Outline[] };

/** Lines as wide as may be. @param width in thousandths of the size */
async function linesOf(text: string, width: number): Promise<string[]> {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || (await outlineOf(longer)).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const LEADING = 1.14;

const excerpted = (line: string) => `${line.slice(0, Math.max(line.lastIndexOf(" "), 0))}…`;

/** A title as large as it stands whole; in the smallest size, what is too long is cut. @param sizes the largest first */
export async function laidOut(
  text: string,
  box: { width: number; height: number },
  sizes: readonly number[],
): Promise<Laid> {
  for (const size of sizes) {
    const most = Math.floor(box.height / (size * LEADING));
    const lines = await linesOf(text, (UNIT * box.width) / size);
    const outlines = await Promise.all(lines.map(outlineOf));
    const fits = lines.length <= most && outlines.every((line) => (line.width * size) / UNIT <= box.width);
    if (fits) return { size, lines: outlines };
    if (size !== sizes.at(-1)) continue;
    const kept = lines.slice(0, most);
    const cut = lines.length > most ? [...kept.slice(0, -1), excerpted(kept.at(-1) ?? "")] : kept;
    return { size, lines: await Promise.all(cut.map(outlineOf)) };
  }
  throw new Error("A title needs a size.");
}

/** @param y of the first line, from the top */
export const drawnLines = ({ size, lines }: Laid, x: number, y: number, colour: string): string =>
  lines
    .map(({ path }, rank) => {
      const line = Math.round(y + rank * size * LEADING);
      return `<path fill="${colour}" transform="translate(${x} ${line}) scale(${size / UNIT})" d="${path}"/>`;
    })
    .join("");
