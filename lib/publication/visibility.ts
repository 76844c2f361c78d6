import type { PublicationState } from "#lib/publication/rules";
import { Prisma } from "#prisma/client";

/**
 * `visibleAt` for queries written in SQL; a test holds the two equal.
 * @param alias alias of the table in the query, a constant of the code
 */
export const visibleSql = (at: Date, alias: "r" | "n" | "c" | "w" | "e"): Prisma.Sql => {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return Prisma.sql`(${column("publishedAt")} <= ${at} AND ${column("withdrawnAt")} IS NULL)`;
};

/** `listedAt` for queries written in SQL; a test holds the two equal. */
export const listedSql = (at: Date, alias: "w"): Prisma.Sql =>
  Prisma.sql`(${visibleSql(at, alias)} AND NOT ${Prisma.raw(`${alias}."linkOnly"`)})`;

const conditions = {
  draft: () => Prisma.sql`"publishedAt" IS NULL AND "withdrawnAt" IS NULL`,
  scheduled: (at) => Prisma.sql`"publishedAt" > ${at} AND "withdrawnAt" IS NULL`,
  published: (at) => Prisma.sql`"publishedAt" <= ${at} AND "withdrawnAt" IS NULL`,
  withdrawn: () => Prisma.sql`"withdrawnAt" IS NOT NULL`,
} satisfies Record<PublicationState, (at: Date) => Prisma.Sql>;

/** `publicationState` for queries written in SQL over one table; a test holds the two equal. */
export const stateSql = (state: PublicationState, at: Date): Prisma.Sql => conditions[state](at);
