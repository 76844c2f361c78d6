import { Prisma } from "#prisma/client";

/** What is chosen in a way of narrowing a search: one of these values, « name:value ». */
export type Choice<Name extends string> = { name: Name; values: readonly string[] };

/** `facet` is null for the rows that every choice lets through: the total. */
export type FacetCount<Name extends string> = { facet: Name | null; value: string; count: number };

const given = <Name extends string>(choices: readonly Choice<Name>[]) =>
  choices.filter(({ values }) => values.length > 0);
const said = ({ name, values }: Choice<string>) => values.map((value) => `${name}:${value}`);

/** Whether it opens is known of each, and written apart. */
const OPENINGS: Readonly<Record<string, boolean>> = { "acces:en-ligne": true, "acces:notice": false };
const [OPEN = "", CLOSED = ""] = Object.keys(OPENINGS);

/** What a row of "SearchEntry" is narrowed by. */
function meets(choice: Choice<string>): Prisma.Sql {
  const openings = said(choice).flatMap((value) => OPENINGS[value] ?? []);
  const listed = Prisma.sql`"facets" && ${said(choice)}::text[]`;
  return openings.length ? Prisma.sql`("opens" = ANY(${openings}) OR ${listed})` : listed;
}

export const chosenInAll = (choices: readonly Choice<string>[]): Prisma.Sql =>
  Prisma.join([Prisma.sql`TRUE`, ...given(choices).map(meets)], " AND ");

/**
 * Rows that the other facets let through: what a visitor would get by choosing that value alone in its facet. Rows that are narrowed
 * by the same are one.
 */
export function countFacets(rows: Prisma.Sql, choices: readonly Choice<string>[]): Prisma.Sql {
  const missed = given(choices).map(
    (choice) => Prisma.sql`CASE WHEN ${meets(choice)} THEN NULL ELSE ${choice.name}::text END`,
  );
  return Prisma.sql`
    WITH alike AS MATERIALIZED (
      SELECT e."facets", e."opens", count(*) AS "count" FROM "SearchEntry" e WHERE ${rows} GROUP BY e."facets", e."opens"),
    matched AS MATERIALIZED (
      SELECT "facets" || CASE WHEN "opens" THEN ${OPEN}::text ELSE ${CLOSED}::text END AS "facets", "count",
        array_remove(ARRAY[${Prisma.join([Prisma.sql`NULL::text`, ...missed])}], NULL) AS "missed" FROM alike),
    counted AS (
      SELECT v."value", sum("count")::int AS "count" FROM matched CROSS JOIN unnest("facets") AS v("value")
      WHERE "missed" = '{}' OR (cardinality("missed") = 1 AND starts_with(v."value", "missed"[1] || ':'))
      GROUP BY v."value")
    SELECT NULL::text AS "facet", '' AS "value", coalesce(sum("count"), 0)::int AS "count" FROM matched WHERE "missed" = '{}'
    UNION ALL SELECT split_part("value", ':', 1), substr("value", strpos("value", ':') + 1), "count" FROM counted`;
}
