import { cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { Prisma } from "#prisma/client";

const quoted = (column: string) => `"${column}"`;

export const tableOf = (noun: EditorialNoun): string => quoted(`${noun[0]?.toUpperCase()}${noun.slice(1)}`);

/** The rows of a noun, under the names that all nouns share. A rank or an instant that a noun has not is null. */
function rowsOf(noun: EditorialNoun): Prisma.Sql {
  const { title, order } = cardOf(noun);
  return Prisma.raw(`
    SELECT '${noun}' AS "noun", "id", "slug", ${title.map(quoted).join(" || ' ' || ")} AS "title",
      "publishedAt", "withdrawnAt", "updatedAt", "version", "confidence", to_jsonb("row")::text AS "text",
      ${order === "position" ? `"position"` : "NULL::int"} AS "position",
      ${order === "startsAt" ? `"startsAt"` : "NULL::timestamptz"} AS "startsAt"
    FROM ${tableOf(noun)} AS "row"`);
}

export const itemsOf = (noun: EditorialNoun): Prisma.Sql => Prisma.sql`(${rowsOf(noun)}) AS "item"`;

export const allItems = Prisma.sql`(${Prisma.join(EDITORIAL_NOUNS.map(rowsOf), " UNION ALL ")}) AS "item"`;
