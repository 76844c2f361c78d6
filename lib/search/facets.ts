import { Prisma } from "#prisma/client";

/** One way of narrowing a search, as expressions of SQL over the row `r`. */
export type FacetSql<Name extends string> = {
  name: Name;
  /** What the choices of the visitor require of `r`; null when nothing is chosen. */
  chosen: Prisma.Sql | null;
  /** SELECT whose rows are the values of `r`, as text. */
  values: Prisma.Sql;
};

/** `facet` is null for the rows that every choice lets through: the total. */
export type FacetCount<Name extends string> = { facet: Name | null; value: string; count: number };

const TRUE = Prisma.sql`TRUE`;
const column = (index: number) => Prisma.raw(`r.chosen_${index}`);

export const chosenInAll = (facets: readonly FacetSql<string>[]): Prisma.Sql =>
  Prisma.join(
    facets.map(({ chosen }) => chosen ?? TRUE),
    " AND ",
  );

/** Rows that the other facets let through: what a visitor would get by choosing that value alone in its facet. */
export function countFacets(candidates: Prisma.Sql, facets: readonly FacetSql<string>[]): Prisma.Sql {
  const flags = facets.map(({ chosen }, index) => Prisma.sql`${chosen ?? TRUE} AS ${Prisma.raw(`chosen_${index}`)}`);
  const everything = Prisma.join(
    facets.map((_, index) => column(index)),
    " AND ",
  );
  const counts = facets.map(({ name, values }, index) => {
    const others = facets.map((_, other) => (other === index ? TRUE : column(other)));
    return Prisma.sql`
      SELECT ${name}::text AS "facet", v."value", count(*)::int AS "count"
      FROM flagged r CROSS JOIN LATERAL (${values}) AS v("value")
      WHERE ${Prisma.join(others, " AND ")}
      GROUP BY v."value"`;
  });
  return Prisma.sql`
    WITH flagged AS MATERIALIZED (SELECT r.*, ${Prisma.join(flags)} FROM (${candidates}) AS r)
    SELECT NULL::text AS "facet", '' AS "value", count(*)::int AS "count" FROM flagged r WHERE ${everything}
    UNION ALL ${Prisma.join(counts, " UNION ALL ")}`;
}
