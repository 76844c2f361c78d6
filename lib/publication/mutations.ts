import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db, isDangling, isDuplicate, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { depart } from "#lib/publication/departures/mutations";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState, PublicationChange } from "#lib/publication/schema";
import { type Current, closeWorkingCopy, lockItem, recordRevision } from "#lib/revisions/mutations";
import { isUpToDate } from "#lib/revisions/rules";
import type { Edition } from "#lib/revisions/schema";

/** Moving a session writes to everyone registered, in the same transaction: about six milliseconds a person. */
const TIMEOUT_MS = 60_000;

/** `slug-taken`: another row has this address. `stale`: someone saved meanwhile. `unknown`: it, or what it cites, is gone. */
export type SaveRefusal = "slug-taken" | "stale" | "unknown";
export type Saved = Result<{ id: string }, SaveRefusal>;

type Identity = { id?: string | undefined; version: number };
type Typed<Input extends Identity> = Omit<Input, "id" | "version">;
type Stamp = { editedAt: Date; version: number };

type Table<Row> = {
  create(args: { data: Row & Stamp & { id?: string }; select: { id: true } }): PromiseLike<{ id: string }>;
  updateMany(args: { where: { id: string; version: number }; data: Row & Stamp }): PromiseLike<{ count: number }>;
};

export type Storage<Input extends Identity, Row> = {
  noun: EditorialNoun;
  /** What is saved now, as the form reads it; lists of relations in the order in which the form's schema puts them. */
  find: (editor: Editor, id: string, tx: Transaction) => Promise<(Typed<Input> & EditorialState) | null>;
  table: (tx: Transaction) => Table<NoInfer<Row>>;
  /** The row itself. @param before what was saved until now; null at creation */
  toRow: (typed: Typed<Input>, before: Typed<Input> | null) => Row;
  /** What follows the row's own columns: the rows around it are replaced. */
  relate?: (tx: Transaction, id: string, typed: Typed<Input>, before: Typed<Input> | null) => Promise<void>;
};

function changedFields<T extends object>(typed: T, before: T | null): string[] {
  const fields = Object.keys(typed) as (keyof T & string)[];
  return before ? fields.filter((field) => !isDeepStrictEqual(typed[field], before[field])) : fields;
}

/** A save of which the history keeps what the form held, and that may publish: at once, or at an instant to come. */
export type PublishedEdition = Edition & {
  publication?: Exclude<PublicationChange, { kind: "withdraw" }> | undefined;
  /** What readers are told of the change, where they had read what was there before. */
  note?: string | null;
};

/** The refusal that an error of the database means, if it means one. */
function refusalOf(error: unknown): SaveRefusal | null {
  if (isDangling(error)) return "unknown";
  return isDuplicate(error) && JSON.stringify(error.meta).includes("slug") ? "slug-taken" : null;
}

/**
 * Creates (no `id`) or saves what an editor typed, its relations and its journal entry: all or nothing.
 * The version arbitrates between two editors: the second is refused, nothing of the first is lost.
 */
export async function save<Input extends Identity, Row extends object>(
  editor: Editor,
  input: Input,
  at: Date,
  storage: Storage<Input, Row>,
  edition?: PublishedEdition,
): Promise<Saved> {
  try {
    return await db.$transaction((tx) => saveIn(tx, editor, input, at, storage, edition), { timeout: TIMEOUT_MS });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) return { ok: false, reason };
    throw error;
  }
}

/** `save` among the other writes of a transaction, which `slug-taken` and a relation that is gone end with an exception. */
export async function saveIn<Input extends Identity, Row extends object>(
  tx: Transaction,
  editor: Editor,
  { id, version, ...typed }: Input,
  at: Date,
  { noun, find, table, toRow, relate }: Storage<Input, Row>,
  edition?: PublishedEdition,
): Promise<Saved> {
  const current = id === undefined ? null : await lockItem(tx, { noun, id }, () => find(editor, id, tx));
  const isNew = edition !== undefined && version === 0;
  if (id !== undefined && !current && !isNew) return { ok: false, reason: "unknown" };
  if (current && !isUpToDate(current, version, edition?.pen ?? null)) return { ok: false, reason: "stale" };
  const before = current?.row ?? null;
  const next = (current?.version ?? 0) + 1;
  const data = { ...toRow(typed, before), editedAt: at, version: next };
  if (before && id !== undefined) {
    const { count } = await table(tx).updateMany({ where: { id, version: before.version }, data });
    if (count === 0) return { ok: false, reason: "stale" };
  }
  const made = { ...data, ...(id !== undefined && { id }) };
  const target = before && id !== undefined ? id : (await table(tx).create({ data: made, select: { id: true } })).id;
  await relate?.(tx, target, typed, before);
  const action = `${noun}.${before ? "update" : "create"}`;
  await recordAudit(tx, editor, { action, noun, target, details: { fields: changedFields(typed, before) }, at });
  await tx.trashedItem.deleteMany({ where: { itemId: target } });
  if (edition) await publishEdition(tx, editor, { noun, id: target }, edition, current, { version: next, at });
  else if (id !== undefined) await closeWorkingCopy(tx, { noun, id });
  return { ok: true, id: target };
}

async function publishEdition(
  tx: Transaction,
  editor: Editor,
  item: { noun: EditorialNoun; id: string },
  edition: PublishedEdition,
  current: Current<EditorialState> | null,
  { version, at }: { version: number; at: Date },
): Promise<void> {
  const { publication, note } = edition;
  const row = current?.row ?? null;
  const wasOnline = row !== null && publicationState(row, at) === "published";
  const isPublic = publication !== undefined || wasOnline;
  await recordRevision(tx, editor, item, edition, current, { version, state: isPublic ? "published" : "saved", at });
  if (note && wasOnline && publication?.kind === "publish") {
    await tx.changeNote.create({ data: { noun: item.noun, itemId: item.id, note, at, authorId: editor.userId } });
  }
  if (publication) await changePublicationIn(tx, editor, item.noun, item.id, publication, at);
}

type PublicationColumns = { publishedAt?: Date; withdrawnAt?: Date | null; editedAt: Date };
type PublicationFilter = { id: string; OR?: [{ publishedAt: null }, { publishedAt: { gt: Date } }] };

type PublicationTable = {
  updateMany(args: { where: PublicationFilter; data: PublicationColumns }): PromiseLike<{ count: number }>;
};

/**
 * Publishes now, at a later instant, or withdraws. What was public before keeps its first date of publication.
 * @returns `past` when the instant of a scheduled publication is not after `at`
 */
export const changePublication = (
  editor: Editor,
  noun: EditorialNoun,
  id: string,
  change: PublicationChange,
  at: Date,
): Promise<Result<object, "unknown" | "past">> =>
  db.$transaction((tx) => changePublicationIn(tx, editor, noun, id, change, at));

/** `changePublication` among the other writes of a transaction. */
export async function changePublicationIn(
  tx: Transaction,
  editor: Editor,
  noun: EditorialNoun,
  id: string,
  change: PublicationChange,
  at: Date,
): Promise<Result<object, "unknown" | "past">> {
  if (change.kind === "schedule" && change.at <= at) return { ok: false, reason: "past" };
  const table: PublicationTable = tx[noun];
  const set = async (columns: Omit<PublicationColumns, "editedAt">, only: Omit<PublicationFilter, "id"> = {}) =>
    (await table.updateMany({ where: { id, ...only }, data: { ...columns, editedAt: at } })).count;

  const notPublicYet: Omit<PublicationFilter, "id"> = { OR: [{ publishedAt: null }, { publishedAt: { gt: at } }] };
  if (change.kind === "publish") await set({ publishedAt: at }, notPublicYet);
  const columns =
    change.kind === "schedule"
      ? { publishedAt: change.at, withdrawnAt: null }
      : { withdrawnAt: change.kind === "withdraw" ? at : null };
  if ((await set(columns)) === 0) return { ok: false, reason: "unknown" };
  await depart(tx, noun, id, change, at);
  await tx.trashedItem.deleteMany({ where: { itemId: id } });

  const action = `${noun}.${change.kind}`;
  const despite = change.kind === "withdraw" ? undefined : change.despite;
  const details = {
    ...(change.kind === "schedule" && { publishedAt: change.at.toISOString() }),
    ...(change.kind === "withdraw" && change.departure && { departure: change.departure.kind }),
    ...(despite && { despite: despite.reason, checks: despite.checks }),
  };
  await recordAudit(tx, editor, { action, noun, target: id, details, at });
  return { ok: true };
}
