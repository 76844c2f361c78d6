const ACRONYM = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\p{N}])/gu;
/** « GDF Suez »: the name of somebody. */
const IN_A_NAME = /^[ \u00A0]\p{Lu}\p{Ll}/u;
const BESIDE = 100;
const ROMAN = /^[IVXLC]+$/;
/** Which need no explanation, or of which the words in full are known to fewer. */
const USUAL = new Set(
  "PDF URL HTML CSS MIT CSV ZIP USB FAQ OK TV UE ONU ONG PME TPE TVA RGPD CNIL SMS RSS MOOC CD DVD QR GPS COVID ISBN SARL SA SAS".split(
    " ",
  ),
);
const WORD = /[\p{L}\p{N}]+/gu;
const SMALL = new Set("a à au aux d de des du en et l la le les pour sur".split(" "));

type Piece = { text: string; line: number };
export type Named = { name: string; aliases: readonly string[] };

/** The words in capitals of the names that explain them. */
const inCapitals = (names: readonly Named[]): Set<string> =>
  new Set(names.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => one.match(ACRONYM) ?? [])));

const initialsOf = (name: string): string =>
  (name.match(WORD) ?? [])
    .filter((word) => !SMALL.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

/** Written in full beside it: in brackets, or by words that begin so. */
function isExplained(acronym: string, text: string): boolean {
  const places = [...text.matchAll(ACRONYM)].filter(([found]) => found === acronym).map(({ index }) => index);
  return places.some((start) => {
    const end = start + acronym.length;
    if (text[start - 1] === "(" || /^\s?\(/.test(text.slice(end, end + 2))) return true;
    const around = [text.slice(Math.max(0, start - BESIDE), start), text.slice(end, end + BESIDE)];
    return acronym.length > 2 && around.some((words) => initialsOf(words).includes(acronym));
  });
}

/**
 * The acronyms of some pieces that nothing explains, each once.
 * @param whole every text of the item
 * @param names those that have a page or a definition
 */
export function unexplained(
  pieces: readonly Piece[],
  whole: string,
  names: readonly Named[],
): { words: string; line: number }[] {
  const known = inCapitals(names);
  const found = new Map<string, number>();
  for (const { text, line } of pieces)
    for (const { 0: acronym, index } of text.matchAll(ACRONYM)) {
      const isUsual = USUAL.has(acronym) || ROMAN.test(acronym) || IN_A_NAME.test(text.slice(index + acronym.length));
      if (!found.has(acronym) && !known.has(acronym) && !isUsual) found.set(acronym, line);
    }
  return [...found].flatMap(([words, line]) => (isExplained(words, whole) ? [] : [{ words, line }]));
}

/** The term that an acronym may stand for; null when none begins so. */
export const termMeant = (acronym: string, terms: readonly Named[]): string | null =>
  terms.find(({ name }) => initialsOf(name) === acronym)?.name ?? null;
