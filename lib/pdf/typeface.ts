import { readFile } from "node:fs/promises";
import { isAny, isWorld, RIGHT_TO_LEFT } from "#lib/pdf/alphabet";
import { PROJECT_ROOT } from "#lib/platform/root";

/**
 * Young Serif in two files, as its publisher divides it (SIL Open Font License: it may be embedded in documents);
 * for the words that it cannot write DejaVu Sans, then UnifontEX, which has all letters and is slower to open.
 */
export const FACES = {
  latin: `${PROJECT_ROOT}public/fonts/young-serif.woff`,
  extended: `${PROJECT_ROOT}public/fonts/young-serif-latin-ext.woff`,
  world: `${PROJECT_ROOT}node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf`,
  any: `${PROJECT_ROOT}node_modules/@fontsource/unifontex/files/unifontex-latin-400-normal.woff2`,
} as const;
export type Face = keyof typeof FACES;

let unpacked: Promise<Buffer> | undefined;

/** Read letter by letter, a compressed file would be opened once for each: it is unpacked once, when somebody needs it. */
export const unpackedAny = (): Promise<Buffer> => {
  unpacked ??= readFile(/* turbopackIgnore: true */ FACES.any).then(async (packed) => {
    const { default: wawoff2 } = await import("wawoff2");
    return Buffer.from(await wawoff2.decompress(packed));
  });
  return unpacked;
};

export type Run = { face: Face; text: string };

const DRAWN: Record<"latin" | "extended", RegExp> = {
  latin:
    /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u0152\u0153\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u20AC]$/u,
  extended: /^[\u0100-\u0130\u0132-\u0151\u0154-\u017E\u0218-\u021B\u1E80-\u1E85\u1E9E\u1EF2\u1EF3]$/u,
};
const SPACE = /^\p{Zs}$/u;
/** Signs without a shape of their own: they join or vary the letters beside them. */
const SHAPELESS = /^(?:\u200C|\u200D|\p{VS})$/u;
const UNKNOWN = "?";

const serifOf = (letter: string): Face | undefined =>
  DRAWN.latin.test(letter) ? "latin" : DRAWN.extended.test(letter) ? "extended" : undefined;

const isDrawn = (letter: string) =>
  SPACE.test(letter) || serifOf(letter) !== undefined || isWorld(letter) || isAny(letter);

/** A letter that no face draws gives way to the one that it is made of, a narrow space to a space. */
function drawable(letter: string): string {
  if (SPACE.test(letter)) return letter === " " ? letter : "\u00A0";
  if (isDrawn(letter)) return letter;
  const [base = ""] = letter.normalize("NFD");
  return isDrawn(base) ? base : UNKNOWN;
}

const lettersOf = (text: string): string[] => [...text.normalize("NFC")].filter((letter) => !SHAPELESS.test(letter));

/** Whether it is heard and copied as it is drawn: from right to left, letters are laid out the other way. */
export const isDrawable = (text: string): boolean => lettersOf(text).every(isDrawn) && !RIGHT_TO_LEFT.test(text);

/** One face for a whole word. */
function wordRuns(word: string): Run[] {
  const letters = [...word];
  if (letters.some((letter) => !serifOf(letter)))
    return [{ face: letters.every((letter) => isWorld(letter)) ? "world" : "any", text: word }];
  return letters.map((letter) => ({ face: serifOf(letter) ?? "latin", text: letter }));
}

const isReversed = (text: string | undefined): boolean => text !== undefined && RIGHT_TO_LEFT.test(text);

/** A text as the faces can draw it: words from right to left that follow each other stay together, hence in their order. */
export function spelt(text: string): Run[] {
  const written = lettersOf(text).map(drawable).join("");
  const pieces = written.split(/([ \u00A0])/).filter(Boolean);
  const runs: Run[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = runs.at(-1);
    const isBetween = /^[ \u00A0]$/.test(piece) && isReversed(last?.text) && isReversed(pieces[index + 1]);
    for (const run of isBetween ? [{ face: "world" as const, text: piece }] : wordRuns(piece)) {
      const previous = runs.at(-1);
      const joins = isReversed(previous?.text) ? isBetween || isReversed(run.text) : !isReversed(run.text);
      if (previous && previous.face === run.face && joins) previous.text += run.text;
      else runs.push({ ...run });
    }
  }
  return runs;
}
