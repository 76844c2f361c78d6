import { scoreSql } from "#lib/search/ranking";
import { enoughOf, type TextQuery, TITLE_WORDS } from "#lib/search/text-query";
import type { Understood } from "#lib/search/understanding";
import { Prisma } from "#prisma/client";

/** Of a nature that answers more often, only so many are ranked, those whose title answers among them. */
const SCORED = 200;

/** IS TRUE: the list is read once and hashed, however few rows the planner expects. */
const among = (list: Prisma.Sql) => Prisma.sql`("itemId" IN (${list})) IS TRUE`;

/** Those of `matched` whose title says a query, when there are too many to rank. */
const titled = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT "noun", "itemId" FROM matched WHERE (SELECT max("total") FROM totals) > ${SCORED} AND ${among(Prisma.sql`
    SELECT e."itemId" FROM "SearchEntry" e WHERE ${TITLE_WORDS} @@ ${query} LIMIT ${5 * SCORED}`)} ORDER BY "itemId" LIMIT ${SCORED})`;

/** `totals` by nature, and `candidates`, to be ranked: chosen among `matched`, the CTE before them, which has "noun" and "itemId". */
export function candidatesSql(text: TextQuery): Prisma.Sql {
  const queries = text.terms.length > 1 ? [enoughOf(text), text.any] : [text.any];
  return Prisma.sql`
  totals AS MATERIALIZED (
    SELECT "noun", count(*)::int AS "total", (sum(count(*)) OVER ())::int AS "all" FROM matched GROUP BY "noun"),
  candidates AS MATERIALIZED (
    SELECT few.* FROM totals CROSS JOIN LATERAL (
      SELECT m."noun", m."itemId" FROM matched m WHERE m."noun" = totals."noun" ORDER BY m."itemId" LIMIT ${SCORED}) AS few
    UNION ${Prisma.join(queries.map(titled), " UNION ")})`;
}

/** `candidates` and their `scored`, with what unties them. OFFSET 0: each is read by its key, however many are expected. */
export const scoredSql = (at: Date, read: Understood): Prisma.Sql => Prisma.sql`
  ${candidatesSql(read.text)},
  scored AS MATERIALIZED (
    SELECT ranked.* FROM candidates CROSS JOIN LATERAL (
      SELECT e."noun", e."itemId", e."title", e."startsAt", e."position", e."year", ${scoreSql(at, read)} AS "score"
      FROM "SearchEntry" e WHERE (e."noun", e."itemId") = (candidates."noun", candidates."itemId") OFFSET 0) AS ranked)`;

/** Those of `matched` that are not `scored`. @param reached how many rows the page reaches: they are read past those that are ranked */
export const unscoredSql = (reached: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`matched WHERE (SELECT count(*) FROM scored) < ${reached} AND NOT ${among(Prisma.sql`SELECT "itemId" FROM scored`)}`;
