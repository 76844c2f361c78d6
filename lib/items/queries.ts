import type { Viewer } from "#lib/auth/editor";
import type { ItemPage, ListedItem, ListQuery, NounOverview, PendingItem, VisibleItem } from "#lib/items/schema";
import { allItems, itemsOf, orderOf } from "#lib/items/sql";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { slugify } from "#lib/platform/text";
import type { PublicationState } from "#lib/publication/rules";
import { stateSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";
import { Confidence } from "#prisma/enums";

const PAGE_SIZE = 50;

function stateFilter(etat: ListQuery["etat"], at: Date): Prisma.Sql[] {
  if (etat === "") return [];
  return [etat in Confidence ? Prisma.sql`"confidence"::text = ${etat}` : stateSql(etat as PublicationState, at)];
}

/**
 * The items of a noun that answer the address of its list: words of the title, whatever their accents, and the state.
 * A page past the end is the last one.
 */
export async function listItems(_editor: Viewer, noun: EditorialNoun, query: ListQuery, at: Date): Promise<ItemPage> {
  const words = slugify(query.q).split("-").filter(Boolean);
  const titled = words.map((word) => Prisma.sql`strpos(search_fold("title"), ${word}) > 0`);
  const answers = Prisma.join([Prisma.sql`TRUE`, ...titled, ...stateFilter(query.etat, at)], " AND ");
  const from = Prisma.sql`FROM ${itemsOf(noun)} WHERE ${answers}`;
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" ${from}`;
  const total = counted?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const rows = await db.$queryRaw<ListedItem[]>`
    SELECT "id", "slug", "title", "publishedAt", "withdrawnAt", "updatedAt", "version", "confidence"
    ${from} ORDER BY ${orderOf(noun)} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return { rows, total, page, pageCount, query };
}

const TO_COMPLETE = "à compléter[^.|]{0,60}avant la mise en ligne";

/** The published items in which something is still to be completed before the site goes online, and how often. */
export const incompleteItems = (at: Date) =>
  db.$queryRaw<{ noun: EditorialNoun; slug: string; count: number }[]>`
    SELECT "noun", "slug", regexp_count("text", ${TO_COMPLETE}, 1, 'i') AS "count" FROM ${allItems}
    WHERE ${stateSql("published", at)} AND "text" ~* ${TO_COMPLETE} ORDER BY "noun", "slug"`;

/** What waits, noun by noun; a noun where nothing waits has zeros, one without items is left out. */
export const editorialOverview = (_editor: Viewer, at: Date): Promise<NounOverview[]> =>
  db.$queryRaw<NounOverview[]>`
    SELECT "noun", count(*) FILTER (WHERE ${stateSql("draft", at)})::int AS "drafts",
      count(*) FILTER (WHERE ${stateSql("scheduled", at)})::int AS "scheduled",
      count(*) FILTER (WHERE "confidence" = 'to_confirm' AND "withdrawnAt" IS NULL)::int AS "toConfirm"
    FROM ${allItems} GROUP BY "noun"`;

/** Drafts and scheduled items: what is published next first, then the drafts, last touched first. */
export const pendingItems = (_editor: Viewer, at: Date, limit: number): Promise<PendingItem[]> =>
  db.$queryRaw<PendingItem[]>`
    SELECT "noun", "id", "title", "publishedAt", "updatedAt", "startsAt" FROM ${allItems}
    WHERE (${stateSql("draft", at)}) OR (${stateSql("scheduled", at)})
    ORDER BY "publishedAt" ASC NULLS LAST, "updatedAt" DESC LIMIT ${limit}`;

export async function titlesOf(_editor: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT "id", "title" FROM ${allItems} WHERE "id"::text = ANY(${[...new Set(ids)]})`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Everything that the public may see, by rank where there is one, else by title. */
export const visibleItems = (at: Date): Promise<VisibleItem[]> =>
  db.$queryRaw<VisibleItem[]>`
    SELECT "noun", "slug", "title", "publishedAt", "updatedAt" FROM ${allItems} WHERE ${stateSql("published", at)}
    ORDER BY "position", CASE WHEN "position" IS NULL THEN "title" END COLLATE "french", "slug"`;

/** When an item that is scheduled comes out next; null when none is. */
export async function nextPublication(at: Date): Promise<Date | null> {
  const rows = await db.$queryRaw<{ next: Date | null }[]>`
    SELECT min("publishedAt") AS "next" FROM ${allItems} WHERE ${stateSql("scheduled", at)}`;
  return rows[0]?.next ?? null;
}
