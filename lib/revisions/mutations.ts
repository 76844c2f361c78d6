import { recordAudit } from "#lib/audit/mutations";
import type { Account, Editor } from "#lib/auth/editor";
import type { FormValues } from "#lib/forms/state";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { changedNames, holdSame, isUpToDate } from "#lib/revisions/rules";
import type { Edition } from "#lib/revisions/schema";
import type { Revision } from "#prisma/client";
import type { RevisionState } from "#prisma/enums";

/** `entry`: how the journal names it, when it does so otherwise. */
type Item = { noun: string; id: string; entry?: { noun: string; target: string } };

const entryOf = ({ noun, id, entry = { noun, target: id } }: Item) => entry;
type Stored = { version: number; updatedAt: Date; publishedAt: Date | null };
export type Current<Row> = { row: Row | null; latest: Revision | null; version: number };

/** Nobody else saves an item until the transaction ends. */
export const holdItem = (tx: Transaction, { noun, id }: Item) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`${noun} ${id}`}))`;

/**
 * What is stored of an item, which nobody else saves until the transaction ends.
 * @param find its row
 * @returns null when it has neither row nor revision
 */
export async function lockItem<Row extends { version: number }>(
  tx: Transaction,
  { noun, id }: Item,
  find: () => Promise<Row | null>,
): Promise<Current<Row> | null> {
  await holdItem(tx, { noun, id });
  const row = await find();
  const latest = await tx.revision.findFirst({ where: { noun, itemId: id }, orderBy: { version: "desc" } });
  return row || latest ? { row, latest, version: Math.max(row?.version ?? 0, latest?.version ?? 0) } : null;
}

type Written = { version: number; state: RevisionState; at: Date };

/** Writes what a form held. A working copy that somebody else left, or that was saved on purpose, stays in the history. */
export async function recordRevision(
  tx: Transaction,
  author: Account,
  { noun, id }: Item,
  { values, title, pen, auto, stored }: Edition,
  current: Current<Stored> | null,
  written: Written,
): Promise<void> {
  const latest = current?.latest;
  const item = { noun, itemId: id };
  // What is saved on purpose is no longer thrown away.
  if (!auto) await tx.trashedItem.deleteMany({ where: { itemId: id } });
  const own = { ...written, values, title, pen, auto, authorId: author.userId };
  if (latest?.state === "working" && latest.auto && pen !== null && latest.pen === pen) {
    await tx.revision.update({ where: { id: latest.id }, data: own });
    return;
  }
  if (current?.row && !latest && stored) {
    const { version, updatedAt, publishedAt } = current.row;
    const state = publishedAt ? "published" : "saved";
    await tx.revision.create({ data: { ...item, version, state, title, values: stored, at: updatedAt } });
  }
  await closeWorkingCopy(tx, { noun, id });
  await tx.revision.create({ data: { ...item, ...own } });
}

/** The working copy of an item becomes a part of its history. @returns whether there was one */
export async function closeWorkingCopy(tx: Transaction, { noun, id }: Item): Promise<boolean> {
  const where = { noun, itemId: id, state: "working" as const };
  return (await tx.revision.updateMany({ where, data: { state: "saved" } })).count > 0;
}

type Find<Author> = (author: Author, id: string, tx: Transaction) => Promise<Stored | null>;
export type Kept = Result<{ version: number }, "stale" | "unknown">;

/**
 * Keeps what an editor wrote beside the row of its item, complete or not: no public page shows it.
 * `stale`: somebody saved other words meanwhile. `unknown`: the item is gone.
 */
export const saveWorkingCopy = (
  editor: Editor,
  item: Item & { version: number },
  edition: Edition,
  at: Date,
  find: Find<Editor>,
): Promise<Kept> => db.$transaction((tx) => saveWorkingCopyIn(tx, editor, item, edition, at, find));

/** The same among what else a transaction looks at or writes. @param author whose right to write this item was looked at */
export async function saveWorkingCopyIn<Author extends Account>(
  tx: Transaction,
  author: Author,
  item: Item & { version: number },
  edition: Edition,
  at: Date,
  find: Find<Author>,
): Promise<Kept> {
  const current = await lockItem(tx, item, () => find(author, item.id, tx));
  if (!current && item.version > 0) return { ok: false, reason: "unknown" };
  const working = current?.latest?.state === "working" ? current.latest : null;
  const before = (working?.values ?? edition.stored ?? {}) as FormValues;
  const same = (working || current?.row) && holdSame(before, edition.values);
  if (current && !same && !isUpToDate(current, item.version, edition.pen)) return { ok: false, reason: "stale" };
  if (current && same && !(working?.auto && !edition.auto)) return { ok: true, version: current.version };
  const version = (current?.version ?? 0) + 1;
  // Written back as the row has it, nothing waits any more.
  const state = edition.stored && holdSame(edition.stored, edition.values) ? "saved" : "working";
  await recordRevision(tx, author, item, edition, current, { version, state, at });
  if (!edition.auto) {
    const { noun, target } = entryOf(item);
    const details = { fields: changedNames(edition.values, before) };
    await recordAudit(tx, author, { action: `${noun}.draft`, noun, target, details, at });
  }
  return { ok: true, version };
}

/** The public page stays as it is, and what was written over it goes to the history. */
export const discardWorkingCopy = (editor: Editor, item: Item, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const closed = await closeWorkingCopy(tx, item);
    const entry = entryOf(item);
    if (closed) await recordAudit(tx, editor, { action: `${entry.noun}.discard`, ...entry, at });
    return closed;
  });
