/** In DejaVu Sans: Latin with all its marks, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic, Persian, Kurdish. */
const BASES =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u02B9-\u02DD\u0370-\u0373\u0376\u0377\u037B-\u037F\u0384-\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u0482\u048A-\u0525\u0531-\u0556\u0559-\u055F\u0561-\u0587\u05D0-\u05EA\u05F0-\u05F4\u0621-\u063A\u0640-\u064A\u067E\u0686\u0691\u0695\u0698\u06A9\u06AF\u06B5\u06BE\u06CC\u06CE\u06D5\u10D0-\u10FC\u1E00-\u1EFB\u1F00-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u2010-\u2015\u2018-\u201E\u2026\u20AC]$/u;
const inMarks = (code: number) =>
  (code >= 0x300 && code <= 0x341) ||
  (code >= 0x5b0 && code <= 0x5bf) ||
  code === 0x5c1 ||
  code === 0x5c2 ||
  (code >= 0x64b && code <= 0x655);

export const isWorld = (letter: string): boolean => BASES.test(letter) || inMarks(letter.codePointAt(0) ?? 0);

/** Letters that are read from right to left. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF]/;

const ANY = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
/** Code points of the first plane of Unicode that UnifontEX lacks; no name has them. */
const LACKING: readonly (readonly [from: number, to: number])[] = [
  [0x88f, 0x88f],
  [0xc5c, 0xc5c],
  [0xcdc, 0xcdc],
  [0x1acf, 0x1aeb],
  [0xa7ce, 0xa7cf],
  [0xa7d2, 0xa7d4],
  [0xa7f1, 0xa7f1],
  [0xfbc3, 0xfbd2],
  [0xfd90, 0xfd91],
  [0xfdc8, 0xfdce],
  [0x1_0000, 0x10_ffff],
];

/** In UnifontEX. */
export function isAny(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return ANY.test(letter) && !LACKING.some(([from, to]) => from <= code && code <= to);
}

const LETTER = /^\p{L}$/u;

/** Whether documents can print every letter of a name. */
export const isPrintable = (name: string): boolean =>
  [...name.normalize("NFC")].every((letter) => !LETTER.test(letter) || isWorld(letter) || isAny(letter));
