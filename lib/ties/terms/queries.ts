import { termsSaid } from "#lib/glossary/context/rules";
import type { TermEntry } from "#lib/glossary/schema";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import { saysPhraseSql } from "#lib/search/text-query";

/** Those whose pages open definitions, in the order in which they are told. */
const TELLING = [
  "need",
  "centre",
  "page",
  "collection",
  "webinar",
  "organisation",
  "resource",
] as const satisfies EditorialNoun[];
const READ = 300;

type Row = { noun: (typeof TELLING)[number]; slug: string; title: string; lead: string; text: string };
export type TermUse = { href: string; nature: string; title: string };

/** The visible pages that say a term, under any of its names, and not within a longer one. */
export async function pagesSaying(term: TermEntry, terms: readonly TermEntry[], at: Date): Promise<TermUse[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."noun", e."slug", e."title", e."lead", e."text" FROM "SearchEntry" e
    WHERE ${visibleSql(at, "e")} AND e."noun" = ANY(${[...TELLING]}) AND ${saysPhraseSql([term.name, ...term.aliases])}
    ORDER BY array_position(${[...TELLING]}::text[], e."noun"), e."position", e."title", e."slug"
    LIMIT ${READ}`;
  return rows
    .filter(({ lead, text }) => termsSaid(terms, `${lead}\n${text}`).has(term.slug))
    .map(({ noun, slug, title }) => ({ href: CARDS[noun].path(slug), nature: CARDS[noun].singular, title }));
}
