import type { Editor } from "#lib/auth/editor";
import { dropWaiting } from "#lib/mail/outbox";
import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import { mailText } from "#lib/mail/texts";
import { formatDay, formatHours } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { EXAMPLE_KEYS } from "#lib/registrations/links";
import { writeToEach } from "#lib/registrations/messages";
import { LIVE_STATUSES } from "#lib/registrations/rules";
import { settle } from "#lib/registrations/seats";
import { addresseeColumns, composed } from "#lib/registrations/words";
import type { SessionChange } from "#lib/webinars/schema";

/** What registrants must be told of a session. */
export type ChangeKind = "moved" | "cancelled" | "reopened";

/** What a change will do, before it is made. */
export type Consequences = {
  kind: ChangeKind;
  /** People who have a seat. */
  recipients: number;
  /** People in line, or who were offered a seat. */
  waiting: number;
  /** What the first of them will read; its personal links open nothing. */
  mail: { subject: string; text: string };
};

const MESSAGES: Record<ChangeKind, MailKind> = {
  moved: "webinar-moved",
  cancelled: "webinar-cancelled",
  reopened: "registration-confirmed",
};

/**
 * What of a change registrants must be told. A text, a speaker or a room is none: nobody is written to for a typo, and
 * the room is read at the last minute. What was over and stays over concerns nobody.
 * @param at instant of the change
 */
export function changeKind({ before, after }: SessionChange, at: Date): ChangeKind | null {
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

/**
 * What saving a change would do to the people registered, so that it can be said before.
 * @param at the present instant
 * @returns null when nobody has to be told
 */
export async function consequencesOf(
  _editor: Editor,
  webinarId: string,
  change: SessionChange,
  at: Date,
): Promise<Consequences | null> {
  const kind = changeKind(change, at);
  if (!kind) return null;
  const concerned = await db.registration.groupBy({ by: ["status"], where: live(webinarId), _count: true });
  const recipients = concerned.find(({ status }) => status === "confirmed")?._count ?? 0;
  const total = concerned.reduce((sum, { _count }) => sum + _count, 0);
  if (!total) return null;
  const reader = await db.registration.findFirstOrThrow({
    where: live(webinarId),
    select: addresseeColumns,
    orderBy: [{ status: "asc" }, { createdAt: "asc" }],
  });
  const { startsAt, durationMinutes } = change.after;
  const told = { ...reader, webinar: { ...reader.webinar, startsAt, durationMinutes } };
  const { subject, text } = await composed(
    db,
    await mailText(db, MESSAGES[kind], webinarId),
    [told],
    EXAMPLE_KEYS,
    formerDate(change),
  );
  return { kind, recipients, waiting: total - recipients, mail: { subject, text } };
}

/**
 * Does to the people registered what the change of their session means, in the transaction that saved it: each is told
 * once, reminders of the former date are dropped, a raised capacity gives seats, a lowered one evicts nobody.
 * @param at instant of the change
 */
export async function followChange(tx: Transaction, webinarId: string, change: SessionChange, at: Date): Promise<void> {
  const kind = changeKind(change, at);
  if (kind) await tell(tx, webinarId, kind, change, at);
  const { before, after } = change;
  const raised =
    after.capacity === null ? before.capacity !== null : before.capacity !== null && after.capacity > before.capacity;
  await settle(tx, webinarId, at, { raised });
}

async function tell(tx: Transaction, webinarId: string, kind: ChangeKind, change: SessionChange, at: Date) {
  const people = await tx.registration.findMany({
    where: live(webinarId),
    orderBy: { createdAt: "asc" },
    select: { id: true, status: true },
  });
  await dropWaiting(
    tx,
    people.map(({ id }) => id),
    REMINDER_KINDS,
  );
  const seated = people.filter(({ status }) => status === "confirmed").map(({ id }) => id);
  const others = people.filter(({ status }) => status !== "confirmed").map(({ id }) => id);
  const { sequence } = await tx.webinar.findUniqueOrThrow({ where: { id: webinarId }, select: { sequence: true } });
  const key = (id: string) => `${MESSAGES[kind]}:${id}:${sequence}`;
  const options = { at, key, ...(kind === "moved" && { extra: formerDate(change) }) };
  await writeToEach(tx, MESSAGES[kind], seated, options);
  // A reopened session says nothing to who had no seat: they are in line again.
  if (kind !== "reopened") await writeToEach(tx, MESSAGES[kind], others, { ...options, calendar: false });
}
