import { Prisma } from "#prisma/client";

/**
 * `visibleAt` for queries written in SQL; a test holds the two equal.
 * @param at the present instant
 * @param alias alias of the table in the query, a constant of the code
 */
export const visibleSql = (at: Date, alias: "r" | "n" | "c" | "w"): Prisma.Sql => {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return Prisma.sql`(${column("publishedAt")} <= ${at} AND ${column("withdrawnAt")} IS NULL)`;
};
