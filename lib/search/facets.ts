import { Prisma } from "#prisma/client";

/** What is chosen in a way of narrowing a search: one of these values, « name:value ». */
export type Choice<Name extends string> = { name: Name; values: readonly string[] };

/** `facet` is null for the rows that every choice lets through: the total. */
export type FacetCount<Name extends string> = { facet: Name | null; value: string; count: number };

/** What the row `e` of "SearchEntry" can be narrowed by; whether it opens is known of each. */
const FACETS = Prisma.sql`(e."facets" || CASE WHEN e."opens" THEN 'acces:en-ligne' ELSE 'acces:notice' END)`;

const given = <Name extends string>(choices: readonly Choice<Name>[]) =>
  choices.filter(({ values }) => values.length > 0);
const meets = ({ name, values }: Choice<string>) =>
  Prisma.sql`${FACETS} && ${values.map((value) => `${name}:${value}`)}::text[]`;

export const chosenInAll = (choices: readonly Choice<string>[]): Prisma.Sql =>
  Prisma.join([Prisma.sql`TRUE`, ...given(choices).map(meets)], " AND ");

/** Rows that the other facets let through: what a visitor would get by choosing that value alone in its facet. */
export function countFacets(rows: Prisma.Sql, choices: readonly Choice<string>[]): Prisma.Sql {
  const missed = given(choices).map(
    (choice) => Prisma.sql`CASE WHEN ${meets(choice)} THEN NULL ELSE ${choice.name}::text END`,
  );
  return Prisma.sql`
    WITH matched AS MATERIALIZED (
      SELECT ${FACETS} AS "facets", array_remove(ARRAY[${Prisma.join([Prisma.sql`NULL::text`, ...missed])}], NULL) AS "missed"
      FROM "SearchEntry" e WHERE ${rows}),
    counted AS (
      SELECT v."value", count(*)::int AS "count" FROM matched CROSS JOIN unnest("facets") AS v("value")
      WHERE "missed" = '{}' OR (cardinality("missed") = 1 AND starts_with(v."value", "missed"[1] || ':'))
      GROUP BY v."value")
    SELECT NULL::text AS "facet", '' AS "value", count(*)::int AS "count" FROM matched WHERE "missed" = '{}'
    UNION ALL SELECT split_part("value", ':', 1), substr("value", strpos("value", ':') + 1), "count" FROM counted`;
}
