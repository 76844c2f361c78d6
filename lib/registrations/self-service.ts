import type { MailKind } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { askQuestion } from "#lib/questions/mutations";
import { NEWSLETTER } from "#lib/registrations/labels";
import {
  downgradeToReceipt,
  findLink,
  type PersonalLink,
  verifiedPersonOf,
  visibleThrough,
} from "#lib/registrations/links";
import { writeMessage, writeTogether } from "#lib/registrations/messages";
import { isCancellable, LIVE_STATUSES, newsletterConsent, oneHourBefore, undoUntil } from "#lib/registrations/rules";
import type {
  AnswerRefusal,
  CancellationRefusal,
  DetailsInput,
  QuestionRefusal,
  ReinstatementRefusal,
} from "#lib/registrations/schema";
import { allocateSeats, applyTransition, cancelSeat, reinstateSeat, underLock } from "#lib/registrations/seats";

/** What visitors do with their personal link. */

type Done<Refusal extends string> = Result<object, Refusal>;
/** Of one person, about one session. */
const MOST_QUESTIONS = 5;
const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

/** A seat that a link shows. */
async function seatBehind(token: string, webinarSlug: string) {
  const link = await findLink(token);
  if (!link) return null;
  const seat = await db.registration.findFirst({
    where: { ...visibleThrough(link), anonymisedAt: null, webinar: { slug: webinarSlug } },
    select: { id: true, webinarId: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
  });
  if (!seat) return null;
  const grant = link.grants.find(({ registrationId }) => registrationId === seat.id);
  return { ...seat, link, isReceipt: grant?.scope === "receipt", cancelRequestedAt: grant?.cancelRequestedAt ?? null };
}

/** What is done from the mailbox is not for the eyes of who typed the address on a screen, nor for them to undo. */
const outdoScreens = async (tx: Transaction, { id, link }: { id: string; link: PersonalLink }) =>
  link.personId && (await downgradeToReceipt(tx, [id]));

/**
 * Gives a seat or a place in line back when the link is its owner's; otherwise asks the owner, by a message sent at most
 * once an hour. The answer is the same in both cases, and asking again changes nothing. A freed seat is offered at once.
 * @param reason in the person's own words; null when they did not care to say
 * @param at instant of the request
 */
export async function cancel(
  token: string,
  webinarSlug: string,
  reason: string | null,
  at: Date,
): Promise<Done<CancellationRefusal>> {
  const seat = await seatBehind(token, webinarSlug);
  if (!seat) return UNKNOWN;
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  await underLock([seat.webinarId], async (tx) => {
    if (seat.isReceipt) return askOwner(tx, seat.id, seat.link, at);
    await outdoScreens(tx, seat);
    await cancelSeat(tx, seat, reason, at);
  });
  return DONE;
}

/** A message that a stranger can provoke, with a fresh link for its owner. */
async function writeToOwner(tx: Transaction, kind: MailKind, registrationId: string, at: Date): Promise<void> {
  const recent = await tx.outgoingMail.count({
    where: { registrationId, kind, createdAt: { gt: oneHourBefore(at) } },
  });
  if (!recent) await writeMessage(tx, kind, registrationId, { at });
}

async function askOwner(tx: Transaction, id: string, { tokenHash }: PersonalLink, at: Date): Promise<void> {
  const { count } = await tx.registrationGrant.updateMany({
    where: { tokenHash, registrationId: id, cancelRequestedAt: null },
    data: { cancelRequestedAt: at },
  });
  const live = await tx.registration.count({ where: { id, status: { in: [...LIVE_STATUSES] } } });
  if (count && live) await writeToOwner(tx, "cancellation-to-confirm", id, at);
}

/**
 * Undoes a cancellation within 24 hours: the seat again if one is free, else the end of the waiting list.
 * @param at instant of the request
 */
export async function reinstate(token: string, webinarSlug: string, at: Date): Promise<Done<ReinstatementRefusal>> {
  const seat = await seatBehind(token, webinarSlug);
  if (!seat) return UNKNOWN;
  if (seat.webinar.cancelledAt) return { ok: false, reason: "cancelled" };
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  if (seat.isReceipt) return takeRequestBack(seat, at);
  return underLock([seat.webinarId], async (tx) => {
    const row = await tx.registration.findUniqueOrThrow({
      where: { id: seat.id },
      select: { status: true, cancelledAt: true },
    });
    if (row.status !== "cancelled" || !row.cancelledAt) return DONE;
    if (undoUntil(row.cancelledAt, seat.webinar.startsAt) <= at) return { ok: false, reason: "late" };
    await outdoScreens(tx, seat);
    await reinstateSeat(tx, seat, at);
    return DONE;
  });
}

/** On a receipt nothing was cancelled: only the request is taken back. */
async function takeRequestBack(
  seat: { id: string; link: PersonalLink; cancelRequestedAt: Date | null; webinar: { startsAt: Date } },
  at: Date,
): Promise<Done<ReinstatementRefusal>> {
  if (!seat.cancelRequestedAt) return DONE;
  if (undoUntil(seat.cancelRequestedAt, seat.webinar.startsAt) <= at) return { ok: false, reason: "late" };
  await db.registrationGrant.updateMany({
    where: { tokenHash: seat.link.tokenHash, registrationId: seat.id },
    data: { cancelRequestedAt: null },
  });
  return DONE;
}

/**
 * Takes an offered seat, or leaves it to the next in line.
 * @param at instant of the answer
 */
export async function answerOffer(
  token: string,
  webinarSlug: string,
  choice: "accept" | "decline",
  at: Date,
): Promise<Done<AnswerRefusal>> {
  const seat = await seatBehind(token, webinarSlug);
  if (!seat || seat.isReceipt) return UNKNOWN;
  if (seat.webinar.cancelledAt || !isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], async (tx) => {
    await outdoScreens(tx, seat);
    await allocateSeats(tx, seat.webinarId, at);
    const { status } = await tx.registration.findUniqueOrThrow({ where: { id: seat.id }, select: { status: true } });
    // A second press of the same button.
    if (status === (choice === "accept" ? "confirmed" : "cancelled")) return DONE;
    if (status !== "offered") return { ok: false, reason: "spent" };
    if (choice === "decline") await cancelSeat(tx, seat, null, at);
    else if (await applyTransition(tx, "accept", seat.id, at))
      await writeMessage(tx, "registration-confirmed", seat.id, { at });
    return DONE;
  });
}

/**
 * Sends a fresh link to whoever reads an address, at most once an hour. What is answered never depends on it.
 * @param email as typed
 * @param at instant of the request
 */
export async function sendLinks(email: string, at: Date): Promise<void> {
  const person = { emailKey: emailKey(email) };
  await prepareQueue();
  await db.$transaction(async (tx) => {
    // Two requests at once would both find that nothing was sent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${person.emailKey}))`;
    const rows = await tx.registration.findMany({
      where: { person },
      select: { id: true },
      take: 50,
      orderBy: { id: "desc" },
    });
    const recent = await tx.outgoingMail.count({
      where: { ...person, kind: "personal-links", createdAt: { gt: oneHourBefore(at) } },
    });
    if (rows.length && !recent)
      await writeTogether(
        tx,
        "personal-links",
        rows.map(({ id }) => id),
        { at },
      );
  });
}

/**
 * As `sendLinks`, for whoever holds a link: to the address of what it shows, whoever they are.
 * @param at instant of the request
 */
export async function sendLinksBehind(token: string, at: Date): Promise<Done<"unknown">> {
  const link = await findLink(token);
  const shown =
    link &&
    (await db.registration.findFirst({ where: visibleThrough(link), select: { person: { select: { email: true } } } }));
  if (!shown?.person) return UNKNOWN;
  await sendLinks(shown.person.email, at);
  return DONE;
}

/**
 * Passes on a question about a session to come, from a link that was sent to the address.
 * @param at instant of the request
 */
export async function askFromPage(
  token: string,
  webinarSlug: string,
  text: string,
  at: Date,
): Promise<Done<QuestionRefusal>> {
  const seat = await seatBehind(token, webinarSlug);
  if (!seat?.link.personId) return UNKNOWN;
  if (seat.webinar.cancelledAt || !isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return db.$transaction(async (tx) => {
    // Two presses of the same button are one question.
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Registration" WHERE "id" = ${seat.id}::uuid AND "anonymisedAt" IS NULL FOR NO KEY UPDATE`;
    if (!held.length) return UNKNOWN;
    const asked = await tx.question.findMany({ where: { registrationId: seat.id }, select: { text: true } });
    if (asked.some((question) => question.text === text)) return DONE;
    if (asked.length >= MOST_QUESTIONS) return { ok: false, reason: "many" };
    await askQuestion(tx, seat.webinarId, seat.id, text, at);
    return DONE;
  });
}

/**
 * Changes what a person said of themselves, on every registration that still bears their name.
 * @param at instant of the change
 */
export async function changeDetails(token: string, input: DetailsInput, at: Date): Promise<Done<"unknown">> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  const { accessNeeds, newsletter, ...details } = input;
  const mine = { personId };
  await db.$transaction(async (tx) => {
    await tx.registration.updateMany({ where: mine, data: details });
    const newest = [{ webinar: { startsAt: "desc" } }, { id: "desc" }] as const;
    const latest = await tx.registration.findMany({ where: mine, orderBy: [...newest], take: 1, select: { id: true } });
    const said = [{ webinar: { startsAt: { gt: at } } }, ...latest];
    await tx.registration.updateMany({ where: { ...mine, OR: said }, data: { accessNeeds } });
    const before = { ...mine, newsletterAt: newsletter ? null : { not: null } };
    await tx.registration.updateMany({ where: before, data: newsletterConsent(newsletter ? NEWSLETTER : null, at) });
    await tx.cycleSubscription.updateMany({ where: mine, data: details });
  });
  return DONE;
}

/**
 * Turns the reminders of a person on or off; their seats stay.
 * @param at instant of the request
 */
export async function setReminders(token: string, on: boolean, at: Date): Promise<Done<"unknown">> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await db.registration.updateMany({
    where: { personId, remindersOffAt: on ? { not: null } : null },
    data: { remindersOffAt: on ? null : at },
  });
  return DONE;
}
