import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { type EditorialNoun, titleOf } from "#lib/nouns/cards";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { wasPublic } from "#lib/publication/departures/queries";
import { KEPT_DAYS, type TrashRefusal } from "#lib/publication/trash/schema";
import { lockItem } from "#lib/revisions/mutations";

type Row = { id: string; version: number; publishedAt: Date | null };
type NeverPublic = { id: string; OR: [{ publishedAt: null }, { publishedAt: { gt: Date } }] };
type Table = {
  findUnique(args: { where: { id: string } }): Promise<Row | null>;
  updateMany(args: {
    where: NeverPublic;
    data: { publishedAt: null; withdrawnAt: null };
  }): PromiseLike<{ count: number }>;
  deleteMany(args: { where: { id: string; publishedAt: null } }): PromiseLike<{ count: number }>;
};

const isAttended = async (tx: Transaction, noun: string, webinarId: string): Promise<boolean> =>
  noun === "webinar" && (await tx.registration.count({ where: { webinarId } })) > 0;

/** Throws away what readers never saw and where nobody is registered: for thirty days it may be taken back. */
export const trashItem = (
  editor: Editor,
  item: { noun: EditorialNoun; id: string },
  at: Date,
): Promise<Result<object, TrashRefusal>> => db.$transaction((tx) => trashItemIn(tx, editor, item, at));

/** @param cycleId the cycle that is undone with it */
export async function trashItemIn(
  tx: Transaction,
  editor: Editor,
  { noun, id, cycleId = null }: { noun: EditorialNoun; id: string; cycleId?: string | null },
  at: Date,
): Promise<Result<object, TrashRefusal>> {
  const table = tx[noun] as unknown as Table;
  const current = await lockItem(tx, { noun, id }, () => table.findUnique({ where: { id } }));
  const copy = current?.latest?.state === "working" ? current.latest : null;
  const row = current?.row;
  if (!row && !copy) return { ok: false, reason: "unknown" };
  if (row && (await wasPublic(row, at))) return { ok: false, reason: "public" };
  if (await isAttended(tx, noun, id)) return { ok: false, reason: "registered" };
  if (row) {
    const where: NeverPublic = { id, OR: [{ publishedAt: null }, { publishedAt: { gt: at } }] };
    const { count } = await table.updateMany({ where, data: { publishedAt: null, withdrawnAt: null } });
    if (count === 0) return { ok: false, reason: "public" };
  }
  const title = copy?.title ?? (row ? titleOf(noun, row) : "");
  const data = { noun, title, cycleId, at, authorId: editor.userId };
  await tx.trashedItem.upsert({ where: { itemId: id }, create: { itemId: id, ...data }, update: data });
  await recordAudit(tx, editor, { action: `${noun}.trash`, noun, target: id, at });
  return { ok: true };
}

/** Takes back what was thrown away, a cycle with its sessions. @returns whether it was there */
export const restoreItem = (editor: Editor, itemId: string, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const rows = await tx.trashedItem.findMany({ where: { OR: [{ itemId }, { cycleId: itemId }] } });
    await tx.trashedItem.deleteMany({ where: { OR: [{ itemId }, { cycleId: itemId }] } });
    for (const { noun, itemId: target } of rows)
      await recordAudit(tx, editor, { action: `${noun}.restore`, noun, target, at });
    return rows.length > 0;
  });

/** Deletes what was thrown away, a cycle with its sessions. Where somebody has registered since, it comes back instead. */
export const deleteItem = (editor: Editor | null, itemId: string, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const rows = await tx.trashedItem.findMany({
      where: { OR: [{ itemId }, { cycleId: itemId }] },
      orderBy: { cycleId: { sort: "asc", nulls: "last" } },
    });
    for (const { noun, itemId: target } of rows) {
      const { count } = await tx.trashedItem.deleteMany({ where: { itemId: target } });
      if (count === 0 || (await isAttended(tx, noun, target))) continue;
      if (noun === "cycle") {
        const empty = { id: target, webinars: { none: {} }, subscriptions: { none: {} } };
        await tx.cycle.deleteMany({ where: empty });
      } else {
        await (tx[noun as EditorialNoun] as unknown as Table).deleteMany({ where: { id: target, publishedAt: null } });
        // Those of the texts of its messages too.
        await tx.revision.deleteMany({ where: { itemId: target } });
      }
      await recordAudit(tx, editor, { action: `${noun}.delete`, noun, target, at });
    }
    return rows.length > 0;
  });

const DAY_MS = 86_400_000;

/** Deletes for good what nobody took back for thirty days. */
export async function emptyTrash(at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
  const rows = await db.trashedItem.findMany({ where: { at: { lte: before }, cycleId: null } });
  for (const { itemId } of rows) await deleteItem(null, itemId, at);
}
