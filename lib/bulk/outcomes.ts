import type { Act, Selection } from "#lib/bulk/schema";
import { designated, inState } from "#lib/items/conditions";
import type { ListQuery } from "#lib/items/schema";
import { itemsOf, tableOf } from "#lib/items/sql";
import type { Narrowing } from "#lib/nouns/card";
import type { EditorialNoun } from "#lib/nouns/cards";
import { stateSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";

export const column = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);
export const tableSql = (noun: EditorialNoun): Prisma.Sql => Prisma.raw(tableOf(noun));

const chosen = (noun: EditorialNoun, { fiche, toutes }: Selection, query: ListQuery, at: Date): Prisma.Sql =>
  toutes
    ? Prisma.sql`${designated(noun, query, at)} AND ${inState(query, at)}`
    : Prisma.sql`"id" = ANY(${[...fiche]}::uuid[])`;

const own = (noun: EditorialNoun, wanted: Prisma.Sql) =>
  Prisma.sql`(SELECT ${wanted} FROM ${tableSql(noun)} AS "kept" WHERE "kept"."id" = "item"."id")`;

/** Whether an item has a choice. */
function hasSql(noun: EditorialNoun, { kept, field }: Narrowing, value: string | null): Prisma.Sql {
  if (kept === "one") return own(noun, Prisma.sql`${column(field)}::text IS NOT DISTINCT FROM ${value}`);
  if (kept === "several") return own(noun, Prisma.sql`${value} = ANY(${column(field)}::text[])`);
  return Prisma.sql`"item"."id" IN (SELECT ${column(kept.own)} FROM ${column(kept.table)}
    WHERE ${column(kept.other)}::text = ${value})`;
}

const review = (noun: EditorialNoun, condition: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM "ItemReview" WHERE "noun" = ${noun} AND "itemId" = "item"."id" AND ${condition})`;

/** @param required whether an item must keep one of the choices of the act */
function outcomeSql(noun: EditorialNoun, act: Act, required: boolean, at: Date): Prisma.Sql {
  switch (act.kind) {
    case "publish":
      return Prisma.sql`CASE WHEN "changed" THEN 'waiting' WHEN ${stateSql("published", at)} THEN 'same' ELSE 'change' END`;
    case "withdraw":
    case "mistake":
      return Prisma.sql`CASE WHEN "withdrawnAt" IS NOT NULL THEN 'same' WHEN "publishedAt" IS NULL THEN 'draft' ELSE 'change' END`;
    case "review":
      return Prisma.sql`'change'`;
    case "trash":
      return Prisma.sql`CASE WHEN "publishedAt" <= ${at}
        OR EXISTS (SELECT FROM "Departure" WHERE "itemId" = "item"."id") THEN 'public' ELSE 'change' END`;
    case "assign":
      return act.ownerId === null
        ? Prisma.sql`CASE WHEN ${review(noun, Prisma.sql`"ownerId" IS NOT NULL`)} THEN 'change' ELSE 'same' END`
        : Prisma.sql`CASE WHEN ${review(noun, Prisma.sql`"ownerId" = ${act.ownerId}::uuid`)} THEN 'same' ELSE 'change' END`;
    default: {
      const has = hasSql(noun, act.narrowing, act.value);
      const isLast =
        act.kind === "remove" && act.narrowing.kept === "several" && required
          ? Prisma.sql`WHEN ${own(noun, Prisma.sql`cardinality(${column(act.narrowing.field)}) = 1`)} THEN 'last'`
          : Prisma.empty;
      const same = act.kind === "remove" ? Prisma.sql`NOT (${has})` : has;
      return Prisma.sql`CASE WHEN "changed" THEN 'waiting' WHEN ${same} THEN 'same' ${isLast} ELSE 'change' END`;
    }
  }
}

export type Asked = { noun: EditorialNoun; act: Act; required: boolean; selection: Selection; query: ListQuery };

/** The items that were chosen, as « judged », with what the act does to each. */
export const judged = ({ noun, act, required, selection, query }: Asked, at: Date): Prisma.Sql => Prisma.sql`(
  SELECT "item".*, ${outcomeSql(noun, act, required, at)} AS "outcome" FROM ${itemsOf(noun)}
  WHERE ${chosen(noun, selection, query, at)}) AS "judged"`;
