import { findLinkedSeat, type LinkedSeat } from "#lib/enrolment/seat/queries";
import type {
  AnswerRefusal,
  CancellationRefusal,
  QuestionRefusal,
  ReinstatementRefusal,
} from "#lib/enrolment/seat/schema";
import { judgedAnswers } from "#lib/form-fields/answers/schema";
import { listAskedFields } from "#lib/form-fields/queries";
import { storedAnswers } from "#lib/form-fields/rules";
import type { FormAnswers, FormFaults } from "#lib/form-fields/schema";
import { notifySeatChanges, writeMessage } from "#lib/notices/mutations";
import { isRecent } from "#lib/notices/outbox/queries";
import { outdoScreens, requestCancellation, requestedAt, withdrawRequest } from "#lib/people/links/mutations";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { askQuestion } from "#lib/questions/mutations";
import { newcomersRank } from "#lib/seats/admission/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { acceptOffer, cancelSeat, reinstateSeat } from "#lib/seats/mutations";
import { isCancellable, isLive, LIVE_STATUSES, undoUntil } from "#lib/seats/rules";
import { allocateSeats } from "#lib/seats/waitlist/mutations";

type Done<Refusal extends string> = Result<object, Refusal>;
const MOST_QUESTIONS = 5;
const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

/**
 * Gives a seat or a place in line back when the link is its owner's; otherwise asks the owner, by a message sent at most
 * once an hour. The answer is the same in both cases, and asking again changes nothing. A freed seat is offered at once.
 * @param reason in the person's own words; null when they did not care to say
 */
export async function cancel(
  token: string,
  webinarSlug: string,
  reason: string | null,
  at: Date,
): Promise<Done<CancellationRefusal>> {
  const seat = await findLinkedSeat(token, webinarSlug);
  if (!seat) return UNKNOWN;
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  await underLock([seat.webinarId], async (tx) => {
    if (!seat.acts) return askOwner(tx, seat, at);
    if (seat.shown) await requestCancellation(tx, seat.link, seat.id, at);
    await outdoScreens(tx, seat.link, seat.id);
    await notifySeatChanges(tx, await cancelSeat(tx, seat, reason, at), at);
  });
  return DONE;
}

async function askOwner(tx: Transaction, { id, link }: LinkedSeat, at: Date): Promise<void> {
  const isNew = await requestCancellation(tx, link, id, at);
  const live = await tx.registration.count({ where: { id, status: { in: [...LIVE_STATUSES] } } });
  if (!isNew || !live) return;
  if (await isRecent(tx, "cancellation-to-confirm", { registrationId: { in: [id] } }, at)) return;
  await writeMessage(tx, "cancellation-to-confirm", id, { at });
}

/** Undoes a cancellation within 24 hours: the seat again if one is free, else the end of the waiting list. */
export async function reinstate(token: string, webinarSlug: string, at: Date): Promise<Done<ReinstatementRefusal>> {
  const seat = await findLinkedSeat(token, webinarSlug);
  if (!seat) return UNKNOWN;
  if (seat.webinar.cancelledAt) return { ok: false, reason: "cancelled" };
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], (tx) => (seat.shown ? undoOnScreen(tx, seat, at) : undo(tx, seat, at)));
}

async function undo(tx: Transaction, seat: LinkedSeat, at: Date): Promise<Done<ReinstatementRefusal>> {
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: seat.id },
    select: { status: true, cancelledAt: true },
  });
  if (row.status !== "cancelled" || !row.cancelledAt) return DONE;
  if (undoUntil(row.cancelledAt, seat.webinar.startsAt) <= at) return { ok: false, reason: "late" };
  await outdoScreens(tx, seat.link, seat.id);
  await notifySeatChanges(tx, await reinstateSeat(tx, seat, at), at);
  return DONE;
}

/** It shows what a newcomer is given now; on a receipt nothing was cancelled, and nothing else changes. */
async function undoOnScreen(tx: Transaction, seat: LinkedSeat, at: Date): Promise<Done<ReinstatementRefusal>> {
  const asked = await requestedAt(tx, seat.link, seat.id);
  if (!asked) return DONE;
  if (undoUntil(asked, seat.webinar.startsAt) <= at) return { ok: false, reason: "late" };
  const { changes, waitlistRank } = seat.acts
    ? await takeAgain(tx, seat, at)
    : await newcomersRank(tx, seat.webinarId, at, { without: seat.id });
  await notifySeatChanges(tx, changes, at);
  await withdrawRequest(tx, seat.link, seat.id, waitlistRank);
  return DONE;
}

async function takeAgain(tx: Transaction, seat: LinkedSeat, at: Date) {
  const columns = { status: true, waitlistRank: true } as const;
  const { status } = await tx.registration.findUniqueOrThrow({ where: { id: seat.id }, select: columns });
  const changes = isLive(status) ? [] : await reinstateSeat(tx, seat, at);
  const now = await tx.registration.findUniqueOrThrow({ where: { id: seat.id }, select: columns });
  return { changes, waitlistRank: now.status === "confirmed" ? null : now.waitlistRank };
}

/** From the mailbox alone: a screen that could answer would tell that its address was not registered before. */
export async function answerOffer(
  token: string,
  webinarSlug: string,
  choice: "accept" | "decline",
  at: Date,
): Promise<Done<AnswerRefusal>> {
  const seat = await findLinkedSeat(token, webinarSlug);
  if (!seat?.acts || seat.shown) return UNKNOWN;
  if (seat.webinar.cancelledAt || !isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], async (tx) => {
    await outdoScreens(tx, seat.link, seat.id);
    const { changes } = await allocateSeats(tx, seat.webinarId, at);
    const { status } = await tx.registration.findUniqueOrThrow({ where: { id: seat.id }, select: { status: true } });
    const isOffered = status === "offered";
    const answer = () => (choice === "accept" ? acceptOffer(tx, seat, at) : cancelSeat(tx, seat, null, at));
    if (isOffered) changes.push(...(await answer()));
    await notifySeatChanges(tx, changes, at);
    // Otherwise a second press of the same button.
    const isAnswered = isOffered || status === (choice === "accept" ? "confirmed" : "cancelled");
    return isAnswered ? DONE : { ok: false, reason: "spent" };
  });
}

export async function askFromPage(
  token: string,
  webinarSlug: string,
  text: string,
  at: Date,
): Promise<Done<QuestionRefusal>> {
  const seat = await findLinkedSeat(token, webinarSlug);
  if (!seat?.verifiedPersonId) return UNKNOWN;
  if (seat.webinar.cancelledAt || !isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return db.$transaction(async (tx) => {
    // Two presses of the same button are one question.
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Registration" WHERE "id" = ${seat.id}::uuid AND "anonymisedAt" IS NULL FOR NO KEY UPDATE`;
    if (!locked.length) return UNKNOWN;
    const questions = await tx.question.findMany({ where: { registrationId: seat.id }, select: { text: true } });
    if (questions.some((question) => question.text === text)) return DONE;
    if (questions.length >= MOST_QUESTIONS) return { ok: false, reason: "many" };
    await askQuestion(tx, seat.webinarId, seat.id, text, at);
    return DONE;
  });
}

/** Replaces what its owner answered to the form of the session; what it asks no more stays as it was answered. */
export async function correctAnswers(
  token: string,
  webinarSlug: string,
  posted: FormAnswers,
  at: Date,
): Promise<Done<CancellationRefusal> | FormFaults> {
  const seat = await findLinkedSeat(token, webinarSlug);
  if (!seat?.verifiedPersonId) return UNKNOWN;
  if (seat.webinar.cancelledAt || !isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], async (tx) => {
    const fields = await listAskedFields(tx, seat.webinarId);
    const judged = judgedAnswers(fields, posted);
    if (!judged.ok) return judged;
    const row = await tx.registration.findUnique({ where: { id: seat.id }, select: { formAnswers: true } });
    const asked = new Set(fields.map(({ id }) => id));
    const former = Object.entries(storedAnswers(row?.formAnswers)).filter(([id]) => !asked.has(id));
    const formAnswers = { ...Object.fromEntries(former), ...judged.answers };
    const { count } = await tx.registration.updateMany({
      where: { id: seat.id, anonymisedAt: null },
      data: { formAnswers },
    });
    return count ? DONE : UNKNOWN;
  });
}
