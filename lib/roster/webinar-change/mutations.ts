import { dropQueued } from "#lib/mail/outbox-mutations";
import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import { dropStale, serveWaitlist, writeToEach } from "#lib/notices/mutations";
import { CHANGE_MAIL } from "#lib/notices/rules";
import type { Transaction } from "#lib/platform/db";
import { liveAt } from "#lib/roster/webinar-change/queries";
import { changeKind, formerDate, isRaised, WEBINAR_MAIL } from "#lib/roster/webinar-change/rules";
import { LIVE_STATUSES, type LiveStatus } from "#lib/seats/rules";
import { withdrawOffers } from "#lib/seats/waitlist/mutations";
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
  if (kind) await tell(tx, webinarId, WEBINAR_MAIL[kind], ["confirmed"], change, at);
  if (kind && kind !== "reopened") await tell(tx, webinarId, WEBINAR_MAIL[kind], ["waiting", "offered"], change, at);
  if (kind === "cancelled") {
    const { offered } = await countSeats(tx, webinarId);
    await dropStale(tx, await withdrawOffers(tx, webinarId, offered, at));
  }
  await serveWaitlist(tx, webinarId, at, { raised: isRaised(change) });
  // Only now is it known who is in line without an offer.
  if (kind === "reopened") await tell(tx, webinarId, CHANGE_MAIL.wait, ["waiting"], change, at);
}

async function idsOf(tx: Transaction, webinarId: string, statuses: readonly LiveStatus[]): Promise<string[]> {
  const where = { ...liveAt(webinarId), status: { in: [...statuses] } };
  const people = await tx.registration.findMany({ where, select: { id: true } });
  return people.map(({ id }) => id);
}

/** Writes once to everyone of a session in these states, with the calendar of those who have a seat. */
async function tell(
  tx: Transaction,
  webinarId: string,
  message: MailKind,
  statuses: readonly LiveStatus[],
  change: WebinarChange,
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
