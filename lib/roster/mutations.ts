import { moveAddress } from "#lib/address-changes/mutations";
import { webinarIdsOf } from "#lib/address-changes/queries";
import type { CorrectionRefusal } from "#lib/address-changes/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { CancellationRefusal } from "#lib/enrolment/seat/schema";
import { notifySeatChanges, writeMessage } from "#lib/notices/mutations";
import { STATUS_MAIL } from "#lib/notices/rules";
import { endsAt } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import type { RestorationRefusal } from "#lib/roster/schema";
import { underLock } from "#lib/seats/lock/mutations";
import { cancelSeat, reinstateSeat } from "#lib/seats/mutations";
import { isCancellable, isLive } from "#lib/seats/rules";
import type { RegistrationStatus } from "#prisma/enums";

/** Changes the seat of someone who told the team. @param work what is done under the lock, or why it cannot be */
async function changeSeat<R extends string>(
  editor: Editor,
  id: string,
  action: "registrant.cancel" | "registrant.restore",
  at: Date,
  work: (tx: Transaction, seat: { id: string; webinarId: string; status: RegistrationStatus }) => Promise<R | null>,
): Promise<Result<object, R | "unknown" | "started">> {
  const seat = await db.registration.findFirst({
    where: { id, anonymisedAt: null },
    select: { webinarId: true, webinar: { select: { startsAt: true } } },
  });
  if (!seat) return { ok: false, reason: "unknown" };
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], async (tx) => {
    const select = { id: true, webinarId: true, status: true };
    const reason = await work(tx, await tx.registration.findUniqueOrThrow({ where: { id }, select }));
    if (reason) return { ok: false, reason };
    await recordAudit(tx, editor, { action, noun: "registration", target: id, at });
    return { ok: true };
  });
}

/**
 * Gives back the seat, or the place in line, of someone who told the team. They get the usual message, and the seat is
 * offered to the first in line.
 */
export const cancelRegistrant = (editor: Editor, id: string, at: Date): Promise<Result<object, CancellationRefusal>> =>
  changeSeat(editor, id, "registrant.cancel", at, async (tx, seat) => {
    const changes = await cancelSeat(tx, seat, null, at);
    await notifySeatChanges(tx, changes, at);
    return changes.length ? null : "unknown";
  });

/**
 * Undoes a cancellation, or an offer left without an answer: a seat if one is free, else the end of the waiting list.
 */
export const restoreRegistrant = (editor: Editor, id: string, at: Date): Promise<Result<object, RestorationRefusal>> =>
  changeSeat(editor, id, "registrant.restore", at, async (tx, seat) => {
    if (isLive(seat.status)) return "held";
    if (await tx.webinar.count({ where: { id: seat.webinarId, cancelledAt: { not: null } } })) return "cancelled";
    await notifySeatChanges(tx, await reinstateSeat(tx, seat, at), at);
    return null;
  });

/**
 * Corrects the address of someone, on everything that is registered under it. Nothing tells the former address: it may be
 * somebody else's.
 * @param id of any registration of the person
 * @param email as typed and checked
 * @returns « held » when the new address is already on the list of one of these sessions: nothing is changed
 */
export async function correctAddress(
  editor: Editor,
  id: string,
  email: string,
  at: Date,
): Promise<Result<object, CorrectionRefusal>> {
  const seat = await db.registration.findUnique({ where: { id }, select: { personId: true } });
  if (!seat?.personId) return { ok: false, reason: "unknown" };
  const { personId } = seat;
  const webinarIds = await webinarIdsOf(personId);
  return underLock(webinarIds, async (tx) => {
    const current = await tx.person.findFirst({
      where: { id: personId, registrations: { some: { id } } },
      select: { email: true },
    });
    // Erased, or corrected to something else, since the page was shown.
    if (!current) return { ok: false, reason: "unknown" };
    // A second press of the same button.
    if (current.email === email) return { ok: true };
    const reason = await moveAddress(tx, personId, email, at);
    if (reason) return { ok: false, reason };
    await recordAudit(tx, editor, { action: "registrant.correct", noun: "registration", target: id, at });
    return { ok: true };
  });
}

/**
 * Writes again the message that says where a person stands, with fresh links: the first one was lost or refused.
 * @returns « unknown » when there is no such registration, or nothing identifies its person any more
 */
export async function resend(editor: Editor, registrationId: string, at: Date): Promise<Result<object, "unknown">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: { id: registrationId, anonymisedAt: null },
      select: { status: true, webinar: { select: { startsAt: true, durationMinutes: true } } },
    });
    if (!registration || !isLive(registration.status)) return { ok: false, reason: "unknown" };
    // A place at a session that is over is no news: what is left is the page.
    const isOver = endsAt(registration.webinar) <= at;
    await writeMessage(tx, isOver ? "personal-links" : STATUS_MAIL[registration.status], registrationId, { at });
    await recordAudit(tx, editor, { action: "registration.resend", noun: "registration", target: registrationId, at });
    return { ok: true };
  });
}
