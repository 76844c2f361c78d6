import { db } from "#lib/platform/db";
import { folded } from "#lib/platform/letters";
import { visibleSql } from "#lib/publication/visibility";
import { TITLE_WORDS } from "#lib/search/text-query";
import { readTerms } from "#lib/search/words";
import { Prisma } from "#prisma/client";

const SHORTEST = 3;
const MOST = 6;
/** Of so many titles that go on from what is typed, the best are told. */
const READ = 300;
/** What is looked for by its name; a figure is a sentence. */
const NAMED = ["need", "centre", "term", "webinar", "collection", "organisation", "page", "resource"];

const begun = (word: string) => Prisma.sql`
  ((quote_literal(search_fold(${word})) || ':*')::tsquery || phraseto_tsquery('french_unaccent', search_plain(${word})))`;

/** Without accents, capitals and typographic signs: as people type. */
const asTyped = (title: string) => folded(title).replace(/[’‘]/g, "'").replace(/\s+/g, " ");

/** Titles that go on from what is being typed, written as it is: a browser only shows what contains its very letters. */
export async function suggestions(at: Date, typed: string): Promise<string[]> {
  const words = readTerms(typed).flatMap((term) => term.typed.split(/[ -]+/u).filter(Boolean));
  if (words.join("").length < SHORTEST) return [];
  const said = Prisma.join(words.map(begun), " && ");
  const rows = await db.$queryRaw<{ title: string }[]>`
    SELECT "title" FROM (
      SELECT e."title", e."noun", e."spelling", e."position" FROM "SearchEntry" e
      WHERE ${visibleSql(at, "e")} AND e."noun" = ANY(${NAMED}) AND ${TITLE_WORDS} @@ (${said}) LIMIT ${READ}) AS found
    GROUP BY "title"
    ORDER BY bool_or(starts_with("spelling", search_fold(${typed}))) DESC, min(array_position(${NAMED}, "noun")),
      min("position") NULLS LAST, length("title"), "title" LIMIT ${MOST}`;
  return rows.map(({ title }) => (title.toLowerCase().includes(typed.toLowerCase()) ? title : asTyped(title)));
}
