import { cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { Prisma } from "#prisma/client";

const quoted = (column: string) => `"${column}"`;

export const tableOf = (noun: EditorialNoun): string => quoted(`${noun[0]?.toUpperCase()}${noun.slice(1)}`);

/** The rows of a noun, under the names that all nouns share. A rank or an instant that a noun has not is null. */
function rowsOf(noun: EditorialNoun): Prisma.Sql {
  const { title, order, unlisted } = cardOf(noun);
  return Prisma.raw(`
    SELECT '${noun}' AS "noun", "id", "slug", ${title.map(quoted).join(" || ' ' || ")} AS "title",
      "publishedAt", "withdrawnAt", "updatedAt", "version", "confidence", to_jsonb("row")::text AS "text",
      ${unlisted ? quoted(unlisted) : "FALSE"} AS "unlisted",
      ${order === "position" ? `"position"` : "NULL::int"} AS "position",
      ${order === "startsAt" ? `"startsAt"` : "NULL::timestamptz"} AS "startsAt"
    FROM ${tableOf(noun)} AS "row"`);
}

/** Nobody threw it away. */
const keptSql = (alias: string, column: string) =>
  Prisma.raw(`NOT EXISTS (SELECT FROM "TrashedItem" AS "trashed" WHERE "trashed"."itemId" = "${alias}"."${column}")`);

/** The same as the team sees them: a draft bears the title of its working copy, and may be nothing else. */
const writtenRowsOf = (noun: EditorialNoun): Prisma.Sql => Prisma.sql`
    SELECT "row"."noun", "row"."id", "row"."slug",
      CASE WHEN "row"."publishedAt" IS NULL THEN coalesce("copy"."title", "row"."title") ELSE "row"."title" END AS "title",
      "row"."publishedAt", "row"."withdrawnAt", greatest("row"."updatedAt", "copy"."at") AS "updatedAt", "row"."version",
      "row"."confidence", "row"."position", "row"."startsAt", "copy"."id" IS NOT NULL AS "changed"
    FROM (${rowsOf(noun)}) AS "row"
    LEFT JOIN "Revision" AS "copy"
      ON "copy"."noun" = "row"."noun" AND "copy"."itemId" = "row"."id" AND "copy"."state" = 'working'
    WHERE ${keptSql("row", "id")}
    UNION ALL
    SELECT "copy"."noun", "copy"."itemId", '', "copy"."title", NULL, NULL, "copy"."at", "copy"."version", 'own_words',
      NULL, NULL, TRUE
    FROM "Revision" AS "copy" WHERE "copy"."noun" = ${Prisma.raw(`'${noun}'`)} AND "copy"."state" = 'working'
      AND NOT EXISTS (SELECT FROM ${Prisma.raw(tableOf(noun))} AS "row" WHERE "row"."id" = "copy"."itemId")
      AND ${keptSql("copy", "itemId")}`;

const together = (parts: Prisma.Sql[]): Prisma.Sql => Prisma.sql`(${Prisma.join(parts, " UNION ALL ")}) AS "item"`;

export const itemsOf = (noun: EditorialNoun): Prisma.Sql => together([writtenRowsOf(noun)]);

/** Everything that the team writes, drafts that have no row yet among it. */
export const allItems = together(EDITORIAL_NOUNS.map(writtenRowsOf));

/** What has a row: all that the public may see, and nothing that each keystroke changes. */
export const publicItems = together(EDITORIAL_NOUNS.map(rowsOf));

export const publicItemsOf = (noun: EditorialNoun): Prisma.Sql => together([rowsOf(noun)]);
