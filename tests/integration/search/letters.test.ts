import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { folded } from "#lib/platform/letters";

/** Younger than the tables of PostgreSQL. */
const YOUNG = ["\uA7F1"];
const LATIN = Array.from({ length: 0x2_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => !YOUNG.includes(letter) && /\p{L}/u.test(letter) && /\p{Script=Latin}/u.test(letter));
const PLAIN = /^[a-z]+$/;
const letters = (text: string) => text.replace(/[^a-z]/g, "");

test("every Latin letter is read alike by the portal and by the database, composed or not", async () => {
  const written = LATIN.flatMap((letter) => [letter, letter.normalize("NFD")]);
  const rows = await db.$queryRaw<{ letter: string; read: string }[]>`
    SELECT "letter", search_fold("letter") AS "read" FROM unnest(${written}::text[]) AS written("letter")`;
  const read = rows.map(({ letter, read }) => ({ letter, ours: folded(letter), theirs: read }));
  const plain = read.filter(({ ours, theirs }) => PLAIN.test(letters(ours)) || PLAIN.test(letters(theirs)));
  expect(plain.length).toBeGreaterThan(2000);
  expect(plain.filter(({ ours, theirs }) => letters(ours) !== letters(theirs))).toEqual([]);
});
