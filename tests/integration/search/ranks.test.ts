import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { seedContent } from "#lib/content/seed";
import { cardOf } from "#lib/nouns/cards";
import { typeLexemes } from "#lib/resources/search/queries";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { AT } from "#tests/support/clock";

type Query = { q: string; expect: string[] };

const read = (name: string): Query[] => JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8"));

/** Pages in the order in which a reader meets them. */
async function pagesFor(q: string): Promise<string[]> {
  const { services, first, groups } = await searchSite(AT, siteQuery.parse({ q }), typeLexemes);
  return [
    ...services.map((service) => service.path),
    ...[...first, ...groups.flatMap(({ entries }) => entries)].map(({ noun, slug }) => cardOf(noun).path(slug)),
  ];
}

/** What a test says of each query: its words, what was expected, its rank. */
async function ranksOf(queries: readonly Query[]) {
  const ranks = [];
  for (const { q, expect: expected } of queries) {
    const pages = await pagesFor(q);
    const rank =
      expected.length === 0 ? (pages.length === 0 ? 1 : 0) : 1 + pages.findIndex((page) => expected.includes(page));
    const ideal = expected.length === 0 ? rank : 1 + pages.indexOf(expected[0] ?? "");
    ranks.push({ q, expected, rank, ideal });
  }
  return ranks;
}

beforeEach(() => seedContent(AT));

const FIRST = 53;
const FIRST_THREE = 60;

test("sixty searches have the ideal answer first, or a right one among the first three", {
  timeout: 120_000,
}, async () => {
  const ranks = await ranksOf(read("queries.json"));
  const told = ranks
    .filter(({ ideal }) => ideal !== 1)
    .map(
      ({ q, expected, rank, ideal }) => `« ${q} » expected ${expected[0]}: rank ${ideal}, the first right one ${rank}`,
    )
    .join("\n");
  expect(ranks.filter(({ ideal }) => ideal === 1).length, told).toBeGreaterThanOrEqual(FIRST);
  expect(ranks.filter(({ rank }) => rank >= 1 && rank <= 3).length, told).toBeGreaterThanOrEqual(FIRST_THREE);
});

test("who says who they are is shown their path; a word its definition, a problem its need, an act its page", {
  timeout: 120_000,
}, async () => {
  const ranks = await ranksOf(read("answered.json"));
  expect(ranks.filter(({ ideal }) => ideal !== 1)).toEqual([]);
});
