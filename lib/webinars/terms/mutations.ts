import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { visibleAt } from "#lib/publication/rules";
import { actsVersion } from "#lib/webinars/fields";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { concernsCalendars, isMoved, termsOf } from "#lib/webinars/rules";
import { ACTS, type roomEdit, type WebinarActs, type WebinarChange } from "#lib/webinars/schema";
import { actColumns, actsOf } from "#lib/webinars/terms/rules";

export type NotifyChange = (tx: Transaction, webinarId: string, change: WebinarChange) => Promise<void>;

/** Moving a session writes to everyone registered, in the same transaction: about six milliseconds a person. */
const TIMEOUT_MS = 60_000;

async function note(tx: Transaction, id: string, change: WebinarChange, at: Date): Promise<void> {
  if (concernsCalendars(change)) await tx.webinar.update({ where: { id }, data: { sequence: { increment: 1 } } });
  if (!isMoved(change, at)) return;
  // Nobody saw the former date of a session that was not public.
  const data = { previousStartsAt: change.before.startsAt };
  await tx.webinar.updateMany({ where: { id, ...visibleAt(at) }, data });
}

/**
 * Changes at once what acts on people, and no text. A capacity lowered under the seats already taken evicts nobody.
 * @param typed.version what they were when the form was opened; `stale` when they are not that any more
 * @param at also the instant of the cancellation, and of the publication of the replay
 * @param follow tells registrants of another date, length, capacity or status, in the same transaction
 */
export async function saveTerms(
  editor: Editor,
  { id, version, ...typed }: WebinarActs & { id: string; version: string },
  at: Date,
  follow: NotifyChange,
): Promise<Result<object, "stale" | "unknown">> {
  await prepareQueue();
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Webinar" WHERE "id" = ${id}::uuid FOR UPDATE`;
      const before = await findWebinarForEditor(editor, id, tx);
      if (!before) return { ok: false, reason: "unknown" };
      if (actsVersion(before) !== version) return { ok: false, reason: "stale" };
      const acts = actsOf(typed);
      await tx.webinar.update({ where: { id }, data: { ...actColumns(acts, before, at), editedAt: at } });
      const change = { before: termsOf(before), after: termsOf(acts) };
      if (!isDeepStrictEqual(change.before, change.after)) {
        await note(tx, id, change, at);
        await follow(tx, id, change);
      }
      const fields = ACTS.filter((name) => !isDeepStrictEqual(acts[name], before[name]));
      const entry = { action: "webinar.update", noun: "webinar", target: id, details: { fields }, at };
      await recordAudit(tx, editor, entry);
      return { ok: true };
    },
    { timeout: TIMEOUT_MS },
  );
}

/**
 * Gives the room another address: whoever clicks from then on is led to it, and nobody is written to.
 * @param room.before the address that was shown, empty without one; `stale` when a colleague has changed it since, with theirs
 */
export async function changeRoom(
  editor: Editor,
  { webinarId: id, before, roomUrl }: z.output<typeof roomEdit>,
  at: Date,
): Promise<{ ok: true } | { ok: false; reason: "unknown" } | { ok: false; reason: "stale"; roomUrl: string | null }> {
  return db.$transaction(async (tx) => {
    const [room] = await tx.$queryRaw<{ roomUrl: string | null }[]>`
      SELECT "roomUrl" FROM "Webinar" WHERE "id" = ${id}::uuid FOR UPDATE`;
    if (!room) return { ok: false, reason: "unknown" };
    // Sent twice, it is done.
    if (room.roomUrl === roomUrl) return { ok: true };
    if ((room.roomUrl ?? "") !== before) return { ok: false, reason: "stale", roomUrl: room.roomUrl };
    await tx.webinar.update({ where: { id }, data: { roomUrl, editedAt: at } });
    const entry = { action: "webinar.update", noun: "webinar", target: id, details: { fields: ["roomUrl"] }, at };
    await recordAudit(tx, editor, entry);
    return { ok: true };
  });
}
