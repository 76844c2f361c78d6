import { dropQueued } from "#lib/mail/outbox-mutations";
import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import { dropStale, notifySeatChanges, writeToEach } from "#lib/notices/mutations";
import { CHANGE_MAIL } from "#lib/notices/rules";
import type { Transaction } from "#lib/platform/db";
import { liveAt } from "#lib/roster/webinar-change/queries";
import { changeKind, formerDate, isRaised, WEBINAR_MAIL } from "#lib/roster/webinar-change/rules";
import { LIVE_STATUSES, type LiveStatus } from "#lib/seats/rules";
import { allocateSeats, withdrawOffers } from "#lib/seats/waitlist/mutations";
import { countSeats } from "#lib/seats/waitlist/queries";
import type { WebinarChange } from "#lib/webinars/schema";

/**
 * Does to the people registered what the change of their session means, in the transaction that saved it: each is told
 * once, reminders of the former date are dropped, a raised capacity gives seats, a lowered one evicts nobody. Offers do
 * not outlive a cancelled session: their holders are first in line again, should it be reopened.
 */
export async function notifyWebinarChange(
  tx: Transaction,
  webinarId: string,
  change: WebinarChange,
  at: Date,
): Promise<void> {
  const kind = changeKind(change, at);
  if (kind) await dropQueued(tx, await idsOf(tx, webinarId, LIVE_STATUSES), REMINDER_KINDS);
  if (kind) await tell(tx, webinarId, WEBINAR_MAIL[kind], await idsOf(tx, webinarId, SEATED), true, change, at);
  if (kind === "cancelled")
    await tell(tx, webinarId, WEBINAR_MAIL[kind], await idsOf(tx, webinarId, IN_LINE), false, change, at);
  if (kind === "cancelled") {
    const { offered } = await countSeats(tx, webinarId);
    await dropStale(tx, await withdrawOffers(tx, webinarId, offered, at));
  }
  const inLine = await idsOf(tx, webinarId, IN_LINE);
  const { changes } = await allocateSeats(tx, webinarId, at, { raised: isRaised(change) });
  const isOther = kind === "moved" || kind === "retimed";
  await notifySeatChanges(tx, changes, at, isOther ? { note: CHANGED_TOO[kind], extra: formerDate(change) } : {});
  // Only now is it known who is in line as before.
  const served = new Set(changes.map(({ registrationId }) => registrationId));
  const left = inLine.filter((id) => !served.has(id));
  if (isOther) await tell(tx, webinarId, WEBINAR_MAIL[kind], left, false, change, at);
  if (kind === "reopened") await tell(tx, webinarId, CHANGE_MAIL.wait, left, false, change, at);
}

const SEATED = ["confirmed"] as const;
const IN_LINE = ["waiting", "offered"] as const;
const CHANGED_TOO = {
  moved: "La séance est aussi déplacée : elle était prévue le {previousDay}, {previousHours}.",
  retimed: "Les horaires changent aussi ; ils étaient : {previousHours}.",
};

async function idsOf(tx: Transaction, webinarId: string, statuses: readonly LiveStatus[]): Promise<string[]> {
  const where = { ...liveAt(webinarId), status: { in: [...statuses] } };
  const people = await tx.registration.findMany({ where, select: { id: true } });
  return people.map(({ id }) => id);
}

async function tell(
  tx: Transaction,
  webinarId: string,
  message: MailKind,
  registrationIds: readonly string[],
  calendar: boolean,
  change: WebinarChange,
  at: Date,
): Promise<void> {
  const { sequence } = await tx.webinar.findUniqueOrThrow({ where: { id: webinarId }, select: { sequence: true } });
  const key = (id: string) => `${message}:${id}:${sequence}`;
  await writeToEach(tx, message, registrationIds, { at, key, extra: formerDate(change), calendar, rested: true });
}
