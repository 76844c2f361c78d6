import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { dropWaiting } from "#lib/mail/outbox";
import { MAIL_KINDS } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { STANDING, writeMessage, writeTogether } from "#lib/registrations/messages";
import { isCancellable, isLive } from "#lib/registrations/rules";
import type { CorrectionRefusal } from "#lib/registrations/schema";
import { underLock } from "#lib/registrations/seats";
import type { RegistrationStatus } from "#prisma/enums";

type Seat = { id: string; status: RegistrationStatus; webinar: { startsAt: Date; cancelledAt: Date | null } };

/**
 * Corrects the address of someone, on everything that is registered under it: seats and turns stay. Links that were sent
 * to the former address open nothing any more, what waited to leave for it does not, and nothing tells it: it may be
 * somebody else's. The new one gets a message that says where the person stands, with fresh links.
 * @param id of any registration of the person
 * @param email as typed and checked
 * @param at instant of the correction
 * @returns « held » when the new address is already on the list of one of these sessions: nothing is changed
 */
export async function correctAddress(
  editor: Editor,
  id: string,
  email: string,
  at: Date,
): Promise<Result<object, CorrectionRefusal>> {
  const person = await db.registration.findFirst({ where: { id, anonymisedAt: null }, select: { emailKey: true } });
  if (!person) return { ok: false, reason: "unknown" };
  const theirs = await db.registration.findMany({ where: person, select: { webinarId: true } });
  const held = theirs.map(({ webinarId }) => webinarId);
  return underLock(held, async (tx) => {
    const seats = await tx.registration.findMany({
      where: { ...person, webinarId: { in: held } },
      select: { id: true, status: true, email: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
      orderBy: { webinar: { startsAt: "asc" } },
    });
    const current = seats.find((seat) => seat.id === id);
    // Erased, or corrected to something else, since the page was shown.
    if (!current) return { ok: false, reason: "unknown" };
    // A second press of the same button.
    if (current.email === email) return { ok: true };
    const ids = seats.map((seat) => seat.id);
    const to = { email, emailKey: emailKey(email) };
    const taken = { emailKey: to.emailKey, webinarId: { in: held }, id: { notIn: ids } };
    if (await tx.registration.count({ where: taken })) return { ok: false, reason: "held" };
    await tx.registration.updateMany({ where: { id: { in: ids } }, data: to });
    await moveSubscriptions(tx, person.emailKey, to);
    await tx.registrationLink.deleteMany({ where: person });
    await dropWaiting(tx, ids, MAIL_KINDS);
    await tellStanding(tx, seats, at);
    await recordAudit(tx, editor, { action: "registrant.correct", noun: "registration", target: id, at });
    return { ok: true };
  });
}

/** Whoever already follows a cycle under the new address goes on as they are. */
async function moveSubscriptions(tx: Transaction, from: string, to: { email: string; emailKey: string }) {
  if (from !== to.emailKey) {
    const followed = { subscriptions: { some: { emailKey: to.emailKey } } };
    await tx.cycleSubscription.deleteMany({ where: { emailKey: from, cycle: followed } });
  }
  await tx.cycleSubscription.updateMany({ where: { emailKey: from }, data: to });
}

/** One message for all seats when there is one; without, each place in line has its own, and the past its links. */
async function tellStanding(tx: Transaction, seats: readonly Seat[], at: Date): Promise<void> {
  const coming = seats.filter(
    ({ status, webinar }) => isLive(status) && isCancellable(webinar, at) && !webinar.cancelledAt,
  );
  const idsOf = (some: readonly Seat[]) => some.map(({ id }) => id);
  if (!coming.length) await writeTogether(tx, "personal-links", idsOf(seats), { at });
  else if (coming.some(({ status }) => status === "confirmed"))
    await writeTogether(tx, STANDING.confirmed, idsOf(coming), { at });
  else
    for (const { id, status } of coming)
      await writeMessage(tx, STANDING[status === "offered" ? "offered" : "waiting"], id, { at });
}
