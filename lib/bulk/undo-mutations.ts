import { fromJson } from "#lib/bulk/act-mutations";
import { column, tableSql } from "#lib/bulk/outcomes";
import type { Act, ChangedItem } from "#lib/bulk/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import type { Transaction } from "#lib/platform/db";
import { records } from "#lib/platform/records";
import { ownPath } from "#lib/publication/departures/addresses";
import { Prisma } from "#prisma/client";

export type Undoing = { noun: EditorialNoun; act: Act; items: readonly ChangedItem[]; done: Date; at: Date };

const were = (items: readonly ChangedItem[]) => Prisma.sql`json_to_recordset(${records(items)}::json)
  AS "was"("id" uuid, "version" int, "before" jsonb)`;

type Left = { id: string; slug: string; was: string | null };

/** Gives columns back what they held, where nobody wrote since. */
const giveBack = (tx: Transaction, { noun, items, at }: Undoing, columns: Prisma.Sql) =>
  tx.$queryRaw<Left[]>`UPDATE ${tableSql(noun)} AS "row"
    SET ${columns}, "version" = "row"."version" + 1, "editedAt" = ${at}, "updatedAt" = ${at}
    FROM ${were(items)} WHERE "row"."id" = "was"."id" AND "row"."version" = "was"."version"
    RETURNING "row"."id", "row"."slug", "was"."before"->>'publishedAt' AS "was"`;

const PUBLICATION = (noun: EditorialNoun) =>
  Prisma.join(
    ["publishedAt", "withdrawnAt"].map(
      (name) => Prisma.sql`${column(name)} = ${fromJson(noun, name, Prisma.sql`"was"."before"->${name}::text`)}`,
    ),
  );

/** What readers saw meanwhile answers that it was published by mistake, as long as it is not published again. */
async function unpublish(tx: Transaction, undoing: Undoing): Promise<string[]> {
  const { noun, act, items, at } = undoing;
  const rows = await giveBack(tx, undoing, PUBLICATION(noun));
  const ids = rows.map(({ id }) => id);
  await tx.departure.deleteMany({ where: { itemId: { in: ids } } });
  const back = items.filter(({ id }) => ids.includes(id));
  await tx.$executeRaw`INSERT INTO "Departure"
    SELECT "left".* FROM ${were(back)}, jsonb_populate_record(NULL::"Departure", "was"."before"->'departure') AS "left"
    WHERE "was"."before"->>'departure' IS NOT NULL ON CONFLICT DO NOTHING`;
  if (act.kind !== "publish") return ids;
  const seen = rows.flatMap(({ id: itemId, slug, was }) => {
    const path = was === null || new Date(was) > undoing.done ? ownPath(noun, slug) : null;
    return path ? [{ path, noun, itemId, kind: "mistake" as const, at }] : [];
  });
  await tx.departure.createMany({ data: seen, skipDuplicates: true });
  return ids;
}

async function unreview(tx: Transaction, { noun, act, items, done }: Undoing): Promise<string[]> {
  const [name, now] =
    act.kind === "assign"
      ? ["ownerId", Prisma.sql`${act.ownerId}::uuid`]
      : ["reviewedAt", Prisma.sql`${done}::timestamptz`];
  const rows = await tx.$queryRaw<{ id: string }[]>`UPDATE "ItemReview" AS "row"
    SET ${column(name)} = (jsonb_populate_record(NULL::"ItemReview", "was"."before")).${column(name)}
    FROM ${were(items)} WHERE "row"."noun" = ${noun} AND "row"."itemId" = "was"."id"
      AND "row".${column(name)} IS NOT DISTINCT FROM ${now} RETURNING "row"."itemId" AS "id"`;
  return rows.map(({ id }) => id);
}

async function untrash(tx: Transaction, undoing: Undoing): Promise<string[]> {
  const { noun, items, done } = undoing;
  const itemId = { in: items.map(({ id }) => id) };
  const thrown = await tx.trashedItem.findMany({ where: { itemId, noun, at: done }, select: { itemId: true } });
  const ids = thrown.map((row) => row.itemId);
  await tx.trashedItem.deleteMany({ where: { itemId: { in: ids } } });
  await giveBack(tx, { ...undoing, items: items.filter(({ id }) => ids.includes(id)) }, PUBLICATION(noun));
  return ids;
}

/** Undoes what was done to items, but where somebody did something else since. @returns those that are as they were */
export async function undo(tx: Transaction, undoing: Undoing): Promise<string[]> {
  const { noun, act, items } = undoing;
  if (act.kind === "trash") return untrash(tx, undoing);
  if (act.kind === "review" || act.kind === "assign") return unreview(tx, undoing);
  if (!("narrowing" in act)) return unpublish(tx, undoing);
  const { kept, field } = act.narrowing;
  if (typeof kept !== "object") {
    const held = fromJson(noun, field, Prisma.sql`"was"."before"->${field}::text`);
    return (await giveBack(tx, undoing, Prisma.sql`${column(field)} = ${held}`)).map(({ id }) => id);
  }
  const ids = (await giveBack(tx, undoing, Prisma.sql`"id" = "row"."id"`)).map(({ id }) => id);
  const table = column(kept.table);
  if (act.kind === "add")
    await tx.$executeRaw`DELETE FROM ${table}
      WHERE ${column(kept.other)} = ${act.value}::uuid AND ${column(kept.own)} = ANY(${ids}::uuid[])`;
  else
    await tx.$executeRaw`INSERT INTO ${table} SELECT "tie".* FROM ${were(items.filter(({ id }) => ids.includes(id)))},
      jsonb_populate_record(NULL::${table}, "was"."before") AS "tie" ON CONFLICT DO NOTHING`;
  return ids;
}
