import type { Editor } from "#lib/auth/editor";
import type { EditorialNoun } from "#lib/editorial/schema";
import { db } from "#lib/platform/db";
import { Prisma } from "#prisma/client";

/** How many items of a noun wait for something. */
export type NounOverview = { noun: EditorialNoun; drafts: number; scheduled: number; toConfirm: number };

/** An item that the public does not see yet. */
export type PendingItem = {
  noun: EditorialNoun;
  id: string;
  title: string;
  publishedAt: Date | null;
  updatedAt: Date;
  /** Of a session. */
  startsAt: Date | null;
};

const shared = Prisma.sql`"id", "publishedAt", "withdrawnAt", "updatedAt", "confidence"`;
const columns = Prisma.sql`${shared}, NULL::timestamptz AS "startsAt"`;

/** Everything that editors write, under one set of names. */
const items = Prisma.sql`(
  SELECT 'need' AS "noun", "title", ${columns} FROM "Need"
  UNION ALL SELECT 'centre', "name", ${columns} FROM "Centre"
  UNION ALL SELECT 'resource', "title", ${columns} FROM "Resource"
  UNION ALL SELECT 'webinar', "title", ${shared}, "startsAt" FROM "Webinar"
  UNION ALL SELECT 'page', "title", ${columns} FROM "Page"
  UNION ALL SELECT 'term', "name", ${columns} FROM "Term"
  UNION ALL SELECT 'figure', "value" || ' ' || "statement", ${columns} FROM "Figure"
) AS "item"`;

const draft = Prisma.sql`"publishedAt" IS NULL AND "withdrawnAt" IS NULL`;
const scheduled = (at: Date) => Prisma.sql`"publishedAt" > ${at} AND "withdrawnAt" IS NULL`;

/** What waits, noun by noun; a noun where nothing waits has zeros, one without items is left out. @param at the present instant */
export const editorialOverview = (_editor: Editor, at: Date): Promise<NounOverview[]> =>
  db.$queryRaw<NounOverview[]>`
    SELECT "noun", count(*) FILTER (WHERE ${draft})::int AS "drafts",
      count(*) FILTER (WHERE ${scheduled(at)})::int AS "scheduled",
      count(*) FILTER (WHERE "confidence" = 'to_confirm' AND "withdrawnAt" IS NULL)::int AS "toConfirm"
    FROM ${items} GROUP BY "noun"`;

/**
 * Drafts and scheduled items: what is published next first, then the drafts, last touched first.
 * @param at the present instant
 */
export const pendingItems = (_editor: Editor, at: Date, limit: number): Promise<PendingItem[]> =>
  db.$queryRaw<PendingItem[]>`
    SELECT "noun", "id", "title", "publishedAt", "updatedAt", "startsAt" FROM ${items}
    WHERE (${draft}) OR (${scheduled(at)})
    ORDER BY "publishedAt" ASC NULLS LAST, "updatedAt" DESC LIMIT ${limit}`;

/** The titles of items by identifier, for pages that name what was touched. */
export async function titlesOf(_editor: Editor, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT "id", "title" FROM ${items} WHERE "id"::text = ANY(${[...new Set(ids)]})`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}
