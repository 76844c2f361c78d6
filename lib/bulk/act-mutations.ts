import { column, tableSql } from "#lib/bulk/outcomes";
import type { ChangedItem, Chosen } from "#lib/bulk/schema";
import type { Narrowing } from "#lib/nouns/card";
import type { EditorialNoun } from "#lib/nouns/cards";
import type { Transaction } from "#lib/platform/db";
import { records } from "#lib/platform/records";
import { ownPath } from "#lib/publication/departures/addresses";
import { stateSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";

type Ids = readonly string[];

/** Writes columns of rows and tells what they held. A form that somebody has open sees that another version was saved. */
const put = (tx: Transaction, noun: EditorialNoun, ids: Ids, columns: Prisma.Sql, before: Prisma.Sql, at: Date) =>
  tx.$queryRaw<ChangedItem[]>`
    WITH was AS MATERIALIZED (SELECT "id", ${before} AS "before" FROM ${tableSql(noun)} AS "row"
      WHERE "id" = ANY(${[...ids]}::uuid[])),
    done AS (UPDATE ${tableSql(noun)} AS "row"
      SET ${columns}, "version" = "row"."version" + 1, "editedAt" = ${at}, "updatedAt" = ${at}
      FROM was WHERE "row"."id" = was."id" RETURNING "row"."id", "row"."version")
    SELECT done."id", done."version", was."before" FROM done JOIN was USING ("id")`;

const PUBLICATION = Prisma.sql`jsonb_build_object('publishedAt', "publishedAt", 'withdrawnAt', "withdrawnAt",
  'departure', (SELECT to_jsonb("left") FROM "Departure" AS "left" WHERE "left"."itemId" = "row"."id"))`;

async function publish(tx: Transaction, { noun }: Chosen, ids: Ids, at: Date): Promise<ChangedItem[]> {
  const columns = Prisma.sql`"withdrawnAt" = NULL,
    "publishedAt" = CASE WHEN "publishedAt" <= ${at} THEN "publishedAt" ELSE ${at}::timestamptz END`;
  const items = await put(tx, noun, ids, columns, PUBLICATION, at);
  await tx.departure.deleteMany({ where: { itemId: { in: [...ids] } } });
  return items;
}

async function withdraw(tx: Transaction, { noun, act, reason }: Chosen, ids: Ids, at: Date): Promise<ChangedItem[]> {
  const online = await tx.$queryRaw<{ id: string; slug: string }[]>`
    SELECT "id", "slug" FROM ${tableSql(noun)} WHERE "id" = ANY(${[...ids]}::uuid[]) AND ${stateSql("published", at)}`;
  const items = await put(tx, noun, ids, Prisma.sql`"withdrawnAt" = ${at}::timestamptz`, PUBLICATION, at);
  const kind = act.kind === "mistake" ? ("mistake" as const) : ("withdrawn" as const);
  const said = { noun, kind, reason: kind === "withdrawn" ? reason : null, target: null, at, until: null };
  const left = online.flatMap(({ id: itemId, slug }) => {
    const path = ownPath(noun, slug);
    return path ? [{ ...said, path, itemId }] : [];
  });
  await tx.departure.deleteMany({
    where: {
      OR: [{ path: { in: left.map(({ path }) => path) } }, { itemId: { in: left.map(({ itemId }) => itemId) } }],
    },
  });
  await tx.departure.createMany({ data: left });
  return items;
}

/** Any column takes what JSON holds of it, whatever its type. */
export const fromJson = (noun: EditorialNoun, field: string, json: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(jsonb_populate_record(NULL::${tableSql(noun)}, jsonb_build_object(${field}::text, ${json}))).${column(field)}`;

async function narrow(
  tx: Transaction,
  noun: EditorialNoun,
  { kind, narrowing, value }: { kind: "add" | "remove" | "set"; narrowing: Narrowing; value: string | null },
  ids: Ids,
  at: Date,
): Promise<ChangedItem[]> {
  const { kept, field } = narrowing;
  if (typeof kept === "object") {
    const [table, own, other] = [column(kept.table), column(kept.own), column(kept.other)];
    const before = Prisma.sql`(SELECT to_jsonb("tie") FROM ${table} AS "tie"
      WHERE "tie".${own} = "row"."id" AND "tie".${other} = ${value}::uuid)`;
    const items = await put(tx, noun, ids, Prisma.sql`"id" = "row"."id"`, before, at);
    if (kind === "add")
      await tx.$executeRaw`INSERT INTO ${table} (${own}, ${other})
        SELECT unnest(${[...ids]}::uuid[]), ${value}::uuid ON CONFLICT DO NOTHING`;
    else
      await tx.$executeRaw`DELETE FROM ${table} WHERE ${other} = ${value}::uuid AND ${own} = ANY(${[...ids]}::uuid[])`;
    return items;
  }
  const held = Prisma.sql`to_jsonb("row".${column(field)})`;
  const next = {
    set: Prisma.sql`to_jsonb(${value}::text)`,
    add: Prisma.sql`${held} || to_jsonb(ARRAY[${value}::text])`,
    remove: Prisma.sql`${held} - ${value}::text`,
  }[kind];
  const columns = Prisma.sql`${column(field)} = ${fromJson(noun, field, next)}`;
  return put(tx, noun, ids, columns, Prisma.sql`jsonb_build_object(${field}::text, ${held})`, at);
}

async function review(tx: Transaction, noun: EditorialNoun, ids: Ids, name: string, value: Prisma.Sql) {
  const items = await tx.$queryRaw<ChangedItem[]>`
    SELECT one AS "id", NULL::int AS "version", (SELECT to_jsonb("kept") FROM "ItemReview" AS "kept"
      WHERE "kept"."noun" = ${noun} AND "kept"."itemId" = one) AS "before" FROM unnest(${[...ids]}::uuid[]) AS one`;
  await tx.$executeRaw`INSERT INTO "ItemReview" ("noun", "itemId", ${column(name)})
    SELECT ${noun}, one, ${value} FROM unnest(${[...ids]}::uuid[]) AS one
    ON CONFLICT ("noun", "itemId") DO UPDATE SET ${column(name)} = EXCLUDED.${column(name)}`;
  return items;
}

/** @param titles of the items, by their identifiers */
async function trash(
  tx: Transaction,
  { noun }: Chosen,
  ids: Ids,
  titles: ReadonlyMap<string, string>,
  authorId: string,
  at: Date,
): Promise<ChangedItem[]> {
  const before = Prisma.sql`jsonb_build_object('publishedAt', "publishedAt", 'withdrawnAt', "withdrawnAt", 'departure', NULL)`;
  const rows = await put(tx, noun, ids, Prisma.sql`"publishedAt" = NULL, "withdrawnAt" = NULL`, before, at);
  const thrown = ids.map((itemId) => ({ itemId, noun, title: titles.get(itemId) ?? "", at, authorId }));
  await tx.$executeRaw`INSERT INTO "TrashedItem" ("itemId", "noun", "title", "at", "authorId")
    SELECT "itemId", "noun", "title", "at", "authorId" FROM json_populate_recordset(NULL::"TrashedItem", ${records(thrown)}::json)
    ON CONFLICT DO NOTHING`;
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => known.get(id) ?? { id, version: null, before: null });
}

type Item = { id: string; title: string };

/** Does one act to items that nothing forbids. @returns what is needed to undo it */
export function act(
  tx: Transaction,
  chosen: Chosen,
  items: readonly Item[],
  authorId: string,
  at: Date,
): Promise<ChangedItem[]> {
  const ids = items.map(({ id }) => id);
  const { noun, act: asked } = chosen;
  switch (asked.kind) {
    case "publish":
      return publish(tx, chosen, ids, at);
    case "withdraw":
    case "mistake":
      return withdraw(tx, chosen, ids, at);
    case "review":
      return review(tx, noun, ids, "reviewedAt", Prisma.sql`${at}::timestamptz`);
    case "assign":
      return review(tx, noun, ids, "ownerId", Prisma.sql`${asked.ownerId}::uuid`);
    case "trash":
      return trash(tx, chosen, ids, new Map(items.map(({ id, title }) => [id, title])), authorId, at);
    default:
      return narrow(tx, noun, asked, ids, at);
  }
}
