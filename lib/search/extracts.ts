import type { Piece } from "#lib/search/schema";
import type { TextQuery } from "#lib/search/text-query";
import { isFunctionWord } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/** Signs of nobody, around what is marked: extracts are cut by the database and escaped by the page. */
const [OPEN, CLOSE] = ["\uE000", "\uE001"];
const MARKS = /[\uE000\uE001]/gu;
const OPTIONS = `StartSel=${OPEN}, StopSel=${CLOSE}, MaxFragments=1, MinWords=12, MaxWords=32, FragmentDelimiter=" … "`;
/** Enough of a long text; reading a whole book for three lines would cost more than the search. */
const READ = 20_000;

/** Where a text says what was asked, its Markdown taken off. */
export const headlineSql = (text: Prisma.Sql, { any }: TextQuery): Prisma.Sql => Prisma.sql`
  ts_headline('french_unaccent', search_signs(regexp_replace(regexp_replace(
    left(${text}, ${READ}), '\\]\\([^)]*\\)', '', 'g'), '[*_#\\[\\]|>\\uE000\\uE001]+', '', 'g')), ${any}, ${OPTIONS})`;

/** Where the row `e` does. */
export const extractSql = (text: TextQuery): Prisma.Sql => headlineSql(Prisma.sql`e."lead" || E'\n' || e."text"`, text);

const [BEFORE, MOST] = [10, 32];
const withSigns = ({ text, marked }: Piece) => (marked ? `${OPEN}${text}${CLOSE}` : text.replace(MARKS, ""));

/** Words around the first that are marked, of a text that was marked whole. */
export function piecesAround(text: readonly Piece[]): Piece[] {
  const words = text.flatMap((piece) =>
    piece.marked ? [piece] : piece.text.split(/(?<=\s)/u).map((word) => ({ text: word, marked: false })),
  );
  const start = Math.max(0, words.findIndex(({ marked }) => marked) - BEFORE);
  return piecesOf(
    words
      .slice(start, start + MOST)
      .map(withSigns)
      .join("")
      .trim(),
  );
}

/** What was asked is marked, but for the function words of a phrase; what is cut says so. */
export function piecesOf(extract: string): Piece[] {
  const pieces = extract.split(OPEN).flatMap((part, index) => {
    const [inside = "", ...after] = index === 0 ? ["", part] : part.split(CLOSE);
    return [
      { text: inside, marked: !isFunctionWord(inside) },
      { text: after.join(""), marked: false },
    ];
  });
  const [first, last] = [extract.trimStart(), extract.trimEnd()].map((text) => text.replace(MARKS, ""));
  return [
    { text: first && /^\p{Ll}/u.test(first) ? "… " : "", marked: false },
    ...pieces,
    { text: last && !/[.!?…]$/u.test(last) ? " …" : "", marked: false },
  ].filter(({ text }) => text !== "");
}
