import type { Editor } from "#lib/auth/editor";
import { dropWaiting } from "#lib/mail/outbox";
import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import { mailText } from "#lib/mail/texts";
import { formatDay, formatHours } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { EXAMPLE_KEYS } from "#lib/registrations/links";
import { writeToEach } from "#lib/registrations/messages";
import { LIVE_STATUSES, type LiveStatus, offerDeadline, settlement, type Tally } from "#lib/registrations/rules";
import { settle, tallyOf, withdrawOffers } from "#lib/registrations/seats";
import { addresseeColumns, composed } from "#lib/registrations/words";
import type { ChangeKind, Consequences, SessionChange } from "#lib/webinars/schema";

const MESSAGES = {
  moved: "webinar-moved",
  cancelled: "webinar-cancelled",
  reopened: "registration-confirmed",
} as const satisfies Record<ChangeKind, MailKind>;

/**
 * What of a change registrants must be told. A text, a speaker or a room is none: nobody is written to for a typo, and
 * the room is read at the last minute. What was over and stays over concerns nobody.
 * @param at instant of the change
 */
function changeKind({ before, after }: SessionChange, at: Date): ChangeKind | null {
  if (before.startsAt <= at && after.startsAt <= at) return null;
  if (after.cancelled) return before.cancelled ? null : "cancelled";
  if (before.cancelled) return "reopened";
  const same =
    before.startsAt.getTime() === after.startsAt.getTime() && before.durationMinutes === after.durationMinutes;
  return same ? null : "moved";
}

const formerDate = ({ before }: SessionChange) => ({
  previousDay: formatDay(before.startsAt),
  previousHours: formatHours(before.startsAt, before.durationMinutes),
});

const live = (webinarId: string) => ({ webinarId, anonymisedAt: null, status: { in: [...LIVE_STATUSES] } });

const isRaised = ({ before, after }: SessionChange) =>
  before.capacity !== null && (after.capacity === null || after.capacity > before.capacity);

/** What the waiting list gets of a change. @param at instant of the change */
function servedBy(tally: Tally, kind: ChangeKind | null, change: SessionChange, at: Date) {
  const { after } = change;
  if (kind === "cancelled" || after.cancelled || after.startsAt <= at) return { given: 0, offered: 0, withdrawn: 0 };
  const deadline = offerDeadline(at, after.startsAt);
  const then = { ...tally, capacity: after.capacity };
  const owed = settlement(then, { raised: isRaised(change), ask: deadline !== null });
  return {
    given: owed.givenToOffered + owed.givenToWaiting,
    offered: owed.offered,
    withdrawn: kind === "reopened" ? 0 : owed.withdrawn,
  };
}

/** The message that a change is told by, and the state in which it leaves its reader. */
function messageOf({ kind, recipients, given, offered }: Consequences) {
  if (kind === "moved" || kind === "cancelled") return { message: MESSAGES[kind] };
  if (kind === "reopened" && recipients) return { message: MESSAGES[kind] };
  if (given) return { message: "seat-given", status: "confirmed" } as const;
  if (offered) return { message: "seat-offered", status: "offered" } as const;
  return { message: kind === "resized" ? "offer-withdrawn" : "registration-waiting", status: "waiting" } as const;
}

/** The first person told: who has a seat, else who is first in line, or the last to be offered a seat that is taken back. */
const firstReader = (webinarId: string, { recipients, withdrawn }: Consequences) =>
  db.registration.findFirst({
    where: recipients ? { ...live(webinarId), status: "confirmed" } : { ...live(webinarId), turn: { not: null } },
    select: addresseeColumns,
    orderBy: recipients ? { createdAt: "asc" } : [{ status: "desc" }, { turn: withdrawn ? "desc" : "asc" }],
  });

/**
 * What saving a change would do to the people registered, so that it can be said before.
 * @param at the present instant
 * @returns also what the first of them will read, whose personal links open nothing; null when nobody has to be told
 */
export async function consequencesOf(
  _editor: Editor,
  webinarId: string,
  change: SessionChange,
  at: Date,
): Promise<(Consequences & { mail: { subject: string; text: string } }) | null> {
  const kind = changeKind(change, at);
  if (!kind && change.before.capacity === change.after.capacity) return null;
  const tally = await tallyOf(db, webinarId);
  const served = servedBy(tally, kind, change, at);
  const concerned = served.given + served.offered + served.withdrawn;
  const waiting = kind ? tally.waiting + tally.offered : concerned;
  const recipients = kind ? tally.confirmed : 0;
  if (!recipients && !waiting) return null;
  const announced = { kind: kind ?? ("resized" as const), recipients, waiting, ...served };
  const reader = await firstReader(webinarId, announced);
  if (!reader) return null;
  const { message, ...left } = messageOf(announced);
  const { startsAt, durationMinutes, cancelled } = change.after;
  const told = {
    ...reader,
    ...left,
    offerExpiresAt: offerDeadline(at, startsAt),
    webinar: { ...reader.webinar, startsAt, durationMinutes, cancelledAt: cancelled ? at : null },
  };
  const text = await mailText(db, message, webinarId);
  const { subject, text: words } = await composed(db, text, [told], EXAMPLE_KEYS, formerDate(change));
  return { ...announced, mail: { subject, text: words } };
}

/**
 * Does to the people registered what the change of their session means, in the transaction that saved it: each is told
 * once, reminders of the former date are dropped, a raised capacity gives seats, a lowered one evicts nobody. Offers do
 * not outlive a cancelled session: their holders are first in line again, should it be reopened.
 * @param at instant of the change
 */
export async function followChange(tx: Transaction, webinarId: string, change: SessionChange, at: Date): Promise<void> {
  const kind = changeKind(change, at);
  if (kind) await dropWaiting(tx, await idsOf(tx, webinarId, LIVE_STATUSES), REMINDER_KINDS);
  if (kind) await tell(tx, webinarId, MESSAGES[kind], ["confirmed"], change, at);
  if (kind && kind !== "reopened") await tell(tx, webinarId, MESSAGES[kind], ["waiting", "offered"], change, at);
  if (kind === "cancelled") await withdrawOffers(tx, webinarId, (await tallyOf(tx, webinarId)).offered, at);
  await settle(tx, webinarId, at, { raised: isRaised(change) });
  // Only now is it known who is in line without an offer.
  if (kind === "reopened") await tell(tx, webinarId, "registration-waiting", ["waiting"], change, at);
}

async function idsOf(tx: Transaction, webinarId: string, statuses: readonly LiveStatus[]): Promise<string[]> {
  const where = { ...live(webinarId), status: { in: [...statuses] } };
  const people = await tx.registration.findMany({ where, select: { id: true } });
  return people.map(({ id }) => id);
}

/** Writes once to everyone of a session in these states, with the calendar of those who have a seat. */
async function tell(
  tx: Transaction,
  webinarId: string,
  message: MailKind,
  statuses: readonly LiveStatus[],
  change: SessionChange,
  at: Date,
): Promise<void> {
  const { sequence } = await tx.webinar.findUniqueOrThrow({ where: { id: webinarId }, select: { sequence: true } });
  await writeToEach(tx, message, await idsOf(tx, webinarId, statuses), {
    at,
    key: (id) => `${message}:${id}:${sequence}`,
    extra: formerDate(change),
    calendar: statuses.includes("confirmed"),
  });
}
