import type { Viewer } from "#lib/auth/editor";
import { cardOf } from "#lib/nouns/cards";
import { db, type Transaction } from "#lib/platform/db";
import { searchSite } from "#lib/search/queries";
import { type FruitlessSearch, type SearchSettings, siteQuery, type TriedQuery } from "#lib/search/schema";
import type { Vocabulary } from "#lib/search/words";

const LISTED = 50;

export async function settings(_editor: Viewer, client: Transaction = db): Promise<SearchSettings> {
  const orderBy = { position: "asc" } as const;
  return {
    synonyms: (await client.synonymGroup.findMany({ orderBy })).map(({ words }) => words),
    tests: await client.testQuery.findMany({ orderBy, select: { words: true, path: true } }),
  };
}

/** What found nothing, most often first. */
export const fruitlessSearches = (_editor: Viewer): Promise<FruitlessSearch[]> =>
  db.$queryRaw<FruitlessSearch[]>`
    SELECT "words", sum("count")::int AS "count" FROM "FruitlessSearch"
    GROUP BY "words" ORDER BY sum("count") DESC, max("day") DESC, "words" LIMIT ${LISTED}`;

/** Each test query, tried on what the public sees. */
export async function triedQueries(
  _editor: Viewer,
  tests: SearchSettings["tests"],
  at: Date,
  lexemes?: Vocabulary["lexemes"],
): Promise<TriedQuery[]> {
  const tried: TriedQuery[] = [];
  for (const { words, path } of tests) {
    const { services, first, groups } = await searchSite(at, siteQuery.parse({ q: words }), lexemes);
    const entries = [...first, ...groups.flatMap((group) => group.entries)];
    const pages = [
      ...services.map((service) => service.path),
      ...entries.map(({ noun, slug }) => cardOf(noun).path(slug)),
    ];
    const rank = pages.indexOf(path);
    tried.push({ words, path, rank: rank === -1 ? null : rank + 1 });
  }
  return tried;
}
