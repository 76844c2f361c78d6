import type { Viewer } from "#lib/auth/editor";
import { CHANGED, designated, inState, named, orderOf, saying } from "#lib/items/conditions";
import type {
  FoundItems,
  ItemPage,
  ListedItem,
  ListQuery,
  NounOverview,
  PendingItem,
  VisibleItem,
  Withdrawal,
} from "#lib/items/schema";
import { allItems, itemsOf, publicItems, tableOf } from "#lib/items/sql";
import { cardOf, EDITORIAL_NOUNS, type EditorialNoun, nounsOfMenu } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { ownPath } from "#lib/publication/departures/addresses";
import { findDeparture } from "#lib/publication/departures/queries";
import type { PublicationState } from "#lib/publication/rules";
import { visibleAt } from "#lib/publication/rules";
import { stateSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";

const PAGE_SIZE = 50;

type Counts = ItemPage["counts"];

const COLUMNS = Prisma.sql`"id", "slug", "title", "publishedAt", "withdrawnAt", "updatedAt", "version", "confidence",
  "changed"`;

const countOf = (state: PublicationState, at: Date) => Prisma.sql`count(*) FILTER (WHERE ${stateSql(state, at)})::int`;

/** The items of a noun that answer the address of its list. A page past the end is the last one. */
export async function listItems(_editor: Viewer, noun: EditorialNoun, query: ListQuery, at: Date): Promise<ItemPage> {
  const from = Prisma.sql`FROM ${itemsOf(noun)} WHERE ${designated(noun, query, at)}`;
  const [counts = { draft: 0, scheduled: 0, published: 0, withdrawn: 0, changed: 0 }] = await db.$queryRaw<Counts[]>`
    SELECT ${countOf("draft", at)} AS "draft", ${countOf("scheduled", at)} AS "scheduled",
      ${countOf("published", at)} AS "published", ${countOf("withdrawn", at)} AS "withdrawn",
      count(*) FILTER (WHERE ${CHANGED(at)})::int AS "changed" ${from}`;
  const { changed: _, ...states } = counts;
  const total = query.etat ? counts[query.etat] : Object.values(states).reduce((sum, count) => sum + count, 0);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const rows = await db.$queryRaw<ListedItem[]>`
    SELECT ${COLUMNS} ${from} AND ${inState(query, at)}
    ORDER BY ${orderOf(noun, query.tri, at)} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return { rows, total, counts, page, pageCount, query };
}

/** All that the address of a list designates, in its order. */
export const listedItems = (_editor: Viewer, noun: EditorialNoun, query: ListQuery, at: Date): Promise<ListedItem[]> =>
  db.$queryRaw<ListedItem[]>`
    SELECT ${COLUMNS} FROM ${itemsOf(noun)} WHERE ${designated(noun, query, at)} AND ${inState(query, at)}
    ORDER BY ${orderOf(noun, query.tri, at)}`;

/** The items of every noun that answer some words, in the order of the menu: first those whose title does, the latest touched first. @param most of each noun */
export async function foundItems(_editor: Viewer, q: string, most: number): Promise<FoundItems[]> {
  const said = saying(q);
  if (!said.length) return [];
  const rows = await db.$queryRaw<(ListedItem & { noun: EditorialNoun; total: number })[]>`
    WITH found AS MATERIALIZED (
      SELECT "kind", "itemId", bool_or("named") AS "named" FROM (
        SELECT e."noun" AS "kind", e."itemId", ${q} <> '' AND strpos(e."spelling", search_fold(${q})) > 0 AS "named"
        FROM "SearchEntry" e WHERE ${Prisma.join(said, " AND ")}
        UNION ALL SELECT "noun", "itemId", TRUE FROM "Revision" WHERE "state" = 'working' AND ${named(q)}
      ) AS "answers" GROUP BY "kind", "itemId"),
    ranked AS (
      SELECT "noun", ${COLUMNS}, count(*) OVER (PARTITION BY "noun")::int AS "total",
        row_number() OVER (PARTITION BY "noun" ORDER BY "named" DESC, "updatedAt" DESC, "slug") AS "turn"
      FROM found JOIN ${allItems} ON "item"."noun" = found."kind" AND "item"."id" = found."itemId")
    SELECT * FROM ranked WHERE "turn" <= ${most} ORDER BY "turn"`;
  return nounsOfMenu().flatMap((noun) => {
    const its = rows.filter((row) => row.noun === noun);
    return its[0] ? [{ noun, total: its[0].total, rows: its }] : [];
  });
}

const TO_COMPLETE = "à compléter[^.|]{0,60}avant la mise en ligne";

/** The published items in which something is still to be completed before the site goes online, and how often. */
export const incompleteItems = (at: Date) =>
  db.$queryRaw<{ noun: EditorialNoun; slug: string; count: number }[]>`
    SELECT "noun", "slug", regexp_count("text", ${TO_COMPLETE}, 1, 'i') AS "count" FROM ${publicItems}
    WHERE ${stateSql("published", at)} AND "text" ~* ${TO_COMPLETE} ORDER BY "noun", "slug"`;

/** What waits, noun by noun; a noun where nothing waits has zeros, one without items is left out. */
export const editorialOverview = (_editor: Viewer, at: Date): Promise<NounOverview[]> =>
  db.$queryRaw<NounOverview[]>`
    SELECT "noun", count(*) FILTER (WHERE ${stateSql("draft", at)})::int AS "drafts",
      count(*) FILTER (WHERE ${stateSql("scheduled", at)})::int AS "scheduled",
      count(*) FILTER (WHERE "confidence" = 'to_confirm' AND "withdrawnAt" IS NULL)::int AS "toConfirm",
      count(*) FILTER (WHERE ${CHANGED(at)})::int AS "changed"
    FROM ${allItems} GROUP BY "noun"`;

/** Drafts and scheduled items: what is published next first, then drafts and changes that wait, last touched first. */
export const pendingItems = (_editor: Viewer, at: Date, limit: number): Promise<PendingItem[]> =>
  db.$queryRaw<PendingItem[]>`
    SELECT "noun", "id", "title", "publishedAt", "updatedAt", "startsAt", (${CHANGED(at)}) AS "changed" FROM ${allItems}
    WHERE (${stateSql("draft", at)}) OR (${stateSql("scheduled", at)}) OR (${CHANGED(at)})
    ORDER BY CASE WHEN "publishedAt" > ${at} THEN "publishedAt" END ASC NULLS LAST, "updatedAt" DESC, "id" LIMIT ${limit}`;

export async function titlesOf(_editor: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT "id", "title" FROM ${allItems} WHERE "id"::text = ANY(${[...new Set(ids)]})`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Everything that the public is shown, by rank where there is one, else by title. */
export const visibleItems = (at: Date): Promise<VisibleItem[]> =>
  db.$queryRaw<VisibleItem[]>`
    SELECT "noun", "slug", "title", "publishedAt", "updatedAt" FROM ${publicItems}
    WHERE ${stateSql("published", at)} AND NOT "unlisted"
    ORDER BY "position", CASE WHEN "position" IS NULL THEN "title" END COLLATE "french", "slug"`;

/** What the public reads whose text leads to a path of the portal. */
export const citing = (_editor: Viewer, path: string, at: Date) =>
  db.$queryRaw<{ noun: EditorialNoun; id: string; title: string }[]>`
    SELECT "noun", "id", "title" FROM ${publicItems}
    WHERE ${stateSql("published", at)} AND strpos("text", ${path}) > 0
      AND "text" ~ ${`${path}(?![a-z0-9/-])`} ORDER BY "noun", "title" LIMIT 50`;

type State = { slug: string; publishedAt: Date | null; withdrawnAt: Date | null };

/** Where an item stands, whatever its noun; null when it has no row. */
export async function findState(_editor: Viewer, noun: EditorialNoun, id: string): Promise<State | null> {
  const rows = await db.$queryRaw<State[]>`
    SELECT "slug", "publishedAt", "withdrawnAt" FROM ${Prisma.raw(tableOf(noun))} WHERE "id" = ${id}::uuid`;
  return rows[0] ?? null;
}

/** The page of the portal that the public sees at a path; null when there is none. */
export async function findPage(path: string, at: Date): Promise<{ path: string; title: string } | null> {
  const listed = EDITORIAL_NOUNS.map(cardOf).find(({ listPath }) => listPath === path);
  if (listed) return { path, title: listed.plural };
  const end = path.slice(path.lastIndexOf("/") + 1);
  const rows = await db.$queryRaw<{ noun: EditorialNoun; slug: string; title: string }[]>`
    SELECT "noun", "slug", "title" FROM ${publicItems}
    WHERE "slug" IN (${end}, ${`parcours-${end}`}) AND ${stateSql("published", at)} ORDER BY "noun", "slug"`;
  const found = rows.find(({ noun, slug }) => path === ownPath(noun, slug) || path === cardOf(noun).path(slug));
  return found ? { path, title: found.title } : null;
}

/** What is said above a page that was withdrawn and stays at its address; null above any other. */
async function findWithdrawal(path: string, at: Date): Promise<Withdrawal | null> {
  const departure = await findDeparture(path, at);
  if (departure?.kind !== "withdrawn") return null;
  const instead = departure.target === null ? null : await findPage(departure.target, at);
  return { at: departure.at, reason: departure.reason ?? "", instead };
}

/** What is read at an address: what the public sees there, else what was withdrawn and stays, with what is said of it. */
export async function findRead<T extends object>(
  path: string,
  at: Date,
  find: (shown: object) => Promise<T | null>,
): Promise<(T & { withdrawal: Withdrawal | null }) | null> {
  const seen = await find(visibleAt(at));
  if (seen) return { ...seen, withdrawal: null };
  const withdrawal = await findWithdrawal(path, at);
  const kept = withdrawal && (await find({}));
  return kept && { ...kept, withdrawal };
}

/** When an item that is scheduled comes out next; null when none is. */
export async function nextPublication(at: Date): Promise<Date | null> {
  const rows = await db.$queryRaw<{ next: Date | null }[]>`
    SELECT min("publishedAt") AS "next" FROM ${publicItems} WHERE ${stateSql("scheduled", at)}`;
  return rows[0]?.next ?? null;
}
