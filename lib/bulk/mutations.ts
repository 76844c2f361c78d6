import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { act } from "#lib/bulk/act-mutations";
import { actName, parseAct } from "#lib/bulk/acts";
import type { BulkRefusal } from "#lib/bulk/labels";
import { type Asked, judged, tableSql } from "#lib/bulk/outcomes";
import { undoableSince } from "#lib/bulk/queries";
import { type ChangedItem, type Chosen, MOST_AT_ONCE } from "#lib/bulk/schema";
import { undo } from "#lib/bulk/undo-mutations";
import { orderOf } from "#lib/items/conditions";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db, isDangling, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { Prisma } from "#prisma/client";

const TIMEOUT_MS = 60_000;

/** The items that the act changes, whose rows nobody else writes until the transaction ends. */
async function lockChanging(tx: Transaction, asked: Asked, at: Date): Promise<{ id: string; title: string }[]> {
  const { noun, query } = asked;
  const changing = (only: Prisma.Sql) => tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT "id", "title" FROM ${judged(asked, at)} WHERE "outcome" = 'change' AND ${only}
    ORDER BY ${orderOf(noun, query.tri, at)} LIMIT ${MOST_AT_ONCE}`;
  const ids = (await changing(Prisma.sql`TRUE`)).map(({ id }) => id);
  await tx.$queryRaw`SELECT FROM ${tableSql(noun)} WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  return changing(Prisma.sql`"id" = ANY(${ids}::uuid[])`);
}

/**
 * Does one act to everything that is chosen and that nothing forbids, all or nothing, MOST_AT_ONCE items at most.
 * `moved`: it no longer changes as many items as were shown. @param shown how many, without that limit
 */
export async function changeMany(
  editor: Editor,
  { words, reason, ...asked }: Asked & Pick<Chosen, "words" | "reason">,
  shown: number,
  at: Date,
): Promise<Result<{ id: string; count: number }, BulkRefusal>> {
  const { noun } = asked;
  if (asked.act.kind === "withdraw" && !reason) return { ok: false, reason: "unexplained" };
  const change = async (tx: Transaction): Promise<Result<{ id: string; count: number }, BulkRefusal>> => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM ${judged(asked, at)} WHERE "outcome" = 'change'`;
    if (!row?.count || row.count !== shown) return { ok: false, reason: "moved" };
    const changing = await lockChanging(tx, asked, at);
    const items = await act(tx, { noun, act: asked.act, words, reason }, changing, editor.userId, at);
    const { id } = await tx.bulkChange.create({
      data: {
        noun,
        act: actName(asked.act),
        words,
        count: items.length,
        items: items as unknown as Prisma.InputJsonValue,
        at,
        authorId: editor.userId,
      },
      select: { id: true },
    });
    const details = { act: actName(asked.act), count: items.length };
    await recordAudit(tx, editor, { action: `${noun}.bulk`, noun, target: id, details, at });
    return { ok: true, id, count: items.length };
  };
  try {
    return await db.$transaction(change, { timeout: TIMEOUT_MS });
  } catch (error) {
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}

/** Undoes a change as a whole, but for the items that somebody changed since. `undone`: it was already, or is too old. */
export const undoMany = (
  editor: Editor,
  { noun, id }: { noun: EditorialNoun; id: string },
  at: Date,
): Promise<Result<{ count: number; left: number }, BulkRefusal>> =>
  db.$transaction(
    async (tx) => {
      const fresh = { id, noun, undoneAt: null, at: { gt: undoableSince(at) } };
      const { count: taken } = await tx.bulkChange.updateMany({ where: fresh, data: { undoneAt: at } });
      const row = await tx.bulkChange.findUnique({ where: { id } });
      const known = row && parseAct(noun, row.act);
      if (taken === 0 || !known) return { ok: false, reason: "undone" };
      const items = row.items as unknown as ChangedItem[];
      const back = await undo(tx, { noun, act: known, items, done: row.at, at });
      const details = { act: row.act, count: back.length };
      await recordAudit(tx, editor, { action: `${noun}.bulk-undo`, noun, target: id, details, at });
      return { ok: true, count: back.length, left: items.length - back.length };
    },
    { timeout: TIMEOUT_MS },
  );

/** What can no longer be undone is forgotten. */
export const forgetOldChanges = (at: Date) => db.bulkChange.deleteMany({ where: { at: { lte: undoableSince(at) } } });
