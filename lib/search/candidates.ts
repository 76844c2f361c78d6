import { scoreSql } from "#lib/search/ranking";
import { enoughOf, type TextQuery, TITLE_WORDS } from "#lib/search/text-query";
import type { Understood } from "#lib/search/understanding";
import { Prisma } from "#prisma/client";

/** Of a nature that answers more often, only so many are ranked, those whose title answers among them. */
const SCORED = 200;

/** Those of `matched` whose title says a query. A list is compared by its hash, however few rows the planner expects. */
const titled = (query: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT "noun", "itemId" FROM matched WHERE "itemId" = ANY(ARRAY(
    SELECT e."itemId" FROM "SearchEntry" e WHERE ${TITLE_WORDS} @@ ${query} LIMIT ${5 * SCORED}))`;

/** `candidates`, to be ranked: chosen among `matched`, the CTE before it, which has "noun" and "itemId". */
export const candidatesSql = (text: TextQuery): Prisma.Sql => Prisma.sql`
  turns AS MATERIALIZED (
    SELECT "noun", "itemId", row_number() OVER (PARTITION BY "noun" ORDER BY "itemId") AS "turn" FROM matched),
  candidates AS MATERIALIZED (
    SELECT "noun", "itemId" FROM turns WHERE "turn" <= ${SCORED}
    UNION SELECT found.* FROM (SELECT WHERE EXISTS (SELECT FROM turns WHERE "turn" > ${SCORED})) AS many CROSS JOIN LATERAL (
      (${titled(enoughOf(text))} ORDER BY "itemId" LIMIT ${SCORED})
      UNION ALL (${titled(text.any)} ORDER BY "itemId" LIMIT ${SCORED})) AS found)`;

/** `candidates` and their `scored`, with what unties them. OFFSET 0: each is read by its key, however many are expected. */
export const scoredSql = (at: Date, typed: string, { text, frequencies }: Understood): Prisma.Sql => Prisma.sql`
  ${candidatesSql(text)},
  scored AS MATERIALIZED (
    SELECT ranked.* FROM candidates CROSS JOIN LATERAL (
      SELECT e."noun", e."itemId", e."title", e."startsAt", e."position", e."year", ${scoreSql(at, typed, text, frequencies)} AS "score"
      FROM "SearchEntry" e WHERE (e."noun", e."itemId") = (candidates."noun", candidates."itemId") OFFSET 0) AS ranked)`;

/** Those of `matched` that are not `scored`. */
export const UNSCORED = Prisma.sql`matched WHERE "itemId" <> ALL(ARRAY(SELECT "itemId" FROM scored))`;
