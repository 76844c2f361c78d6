import { PROJECT_ROOT } from "#lib/platform/root";

/** Young Serif in two files, as its publisher divides it (SIL Open Font License: it may be embedded in documents). */
export const FACES = {
  latin: `${PROJECT_ROOT}public/fonts/young-serif.woff`,
  extended: `${PROJECT_ROOT}public/fonts/young-serif-latin-ext.woff`,
} as const;
export type Face = keyof typeof FACES;

export type Run = { face: Face; text: string };

const DRAWN: Record<Face, RegExp> = {
  latin:
    /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u0152\u0153\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u20AC]$/u,
  extended: /^[\u0100-\u0130\u0132-\u0151\u0154-\u017E\u0218-\u021B\u1E80-\u1E85\u1E9E\u1EF2\u1EF3]$/u,
};
const SPACE = /^\p{Zs}$/u;
const UNKNOWN = "?";

const faceOf = (letter: string): Face | undefined =>
  (Object.keys(DRAWN) as Face[]).find((face) => DRAWN[face].test(letter));

/** A letter that no face draws gives way to the one that it is made of: ạ to a, a narrow space to a space. */
function drawable(letter: string): string {
  if (faceOf(letter)) return letter;
  if (SPACE.test(letter)) return "\u00A0";
  const [base = ""] = letter.normalize("NFD");
  return faceOf(base) ? base : UNKNOWN;
}

export const isDrawable = (text: string): boolean =>
  [...text.normalize("NFC")].every((letter) => SPACE.test(letter) || faceOf(letter) !== undefined);

/** A text as the faces can draw it. @param text is read in its composed form */
export function spelt(text: string): Run[] {
  const runs: Run[] = [];
  for (const letter of [...text.normalize("NFC")].map(drawable)) {
    const face = faceOf(letter) ?? "latin";
    const last = runs.at(-1);
    if (last?.face === face) last.text += letter;
    else runs.push({ face, text: letter });
  }
  return runs;
}
