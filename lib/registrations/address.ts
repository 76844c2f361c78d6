import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { dropQueued } from "#lib/mail/outbox";
import { MAIL_KINDS } from "#lib/mail/schema";
import { dropUnused } from "#lib/people/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { newToken, tokenHash } from "#lib/platform/tokens";
import { downgradeToReceipt, verifiedPersonOf, writeLinks } from "#lib/registrations/links";
import { absoluteUrl } from "#lib/registrations/mail-variables";
import { STATUS_MAIL, writeMessage, writeTogether } from "#lib/registrations/messages";
import { findProposal } from "#lib/registrations/queries";
import { isCancellable, isLive, oneDayBefore, oneHourBefore } from "#lib/registrations/rules";
import type { CorrectionRefusal, ProposalRefusal } from "#lib/registrations/schema";
import { underLock } from "#lib/registrations/seats";
import type { RegistrationStatus } from "#prisma/enums";

/** How everything that is registered under an address comes to follow another one. */

type Address = { email: string; emailKey: string };
type Seat = { id: string; status: RegistrationStatus; webinar: { startsAt: Date; cancelledAt: Date | null } };

const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;
/** Of one person, in a day. */
const MOST_PROPOSALS = 5;

const addressOf = (email: string): Address => ({ email, emailKey: emailKey(email) });

/** The sessions of a person: an address moves under the lock of all of them. */
async function webinarsOf(personId: string): Promise<string[]> {
  const rows = await db.registration.findMany({ where: { personId }, select: { webinarId: true } });
  return rows.map(({ webinarId }) => webinarId);
}

/**
 * Gives a person another address: seats and places in line stay. Links that were sent to the former address open nothing
 * any more, those given on screen may only ask, and what waited to leave for it does not. The new one gets a message that
 * says where the person stands. When it is somebody's already, both become one person.
 * @param webinarIds sessions whose lock is held: a seat taken at another one meanwhile stays with the former address when
 *   the new one is somebody else's
 * @returns « held », with nothing changed, when the new address is on the list of one of these sessions
 */
async function move(
  tx: Transaction,
  personId: string,
  to: Address,
  webinarIds: readonly string[],
  at: Date,
): Promise<"held" | null> {
  const webinarId = { in: [...webinarIds] };
  const seats = await tx.registration.findMany({
    where: { personId, webinarId },
    select: { id: true, status: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
    orderBy: { webinar: { startsAt: "asc" } },
  });
  const ids = seats.map(({ id }) => id);
  const bearer = await tx.person.findUnique({ where: { emailKey: to.emailKey }, select: { id: true } });
  const other = bearer && bearer.id !== personId ? bearer.id : null;
  if (other && (await tx.registration.count({ where: { personId: other, webinarId } }))) return "held";
  await downgradeToReceipt(tx, ids);
  await tx.registrationLink.deleteMany({ where: { personId } });
  await tx.addressChange.deleteMany({ where: { personId } });
  if (other) await join(tx, personId, other, ids);
  else await tx.person.update({ where: { id: personId }, data: to });
  await dropQueued(tx, ids, MAIL_KINDS);
  await writeStatus(tx, seats, at);
  return null;
}

/** Whoever already follows a cycle under the new address goes on as they are. */
async function join(tx: Transaction, personId: string, other: string, registrationIds: readonly string[]) {
  await tx.registration.updateMany({ where: { id: { in: [...registrationIds] } }, data: { personId: other } });
  const followed = { subscriptions: { some: { personId: other } } };
  await tx.cycleSubscription.deleteMany({ where: { personId, cycle: followed } });
  await tx.cycleSubscription.updateMany({ where: { personId }, data: { personId: other } });
  await dropUnused(tx, [personId]);
}

/** One message for all seats when there is one; without, each place in line has its own, and the past its links. */
async function writeStatus(tx: Transaction, seats: readonly Seat[], at: Date): Promise<void> {
  const coming = seats.filter(
    ({ status, webinar }) => isLive(status) && isCancellable(webinar, at) && !webinar.cancelledAt,
  );
  const idsOf = (some: readonly Seat[]) => some.map(({ id }) => id);
  if (!coming.length) await writeTogether(tx, "personal-links", idsOf(seats), { at });
  else if (coming.some(({ status }) => status === "confirmed"))
    await writeTogether(tx, STATUS_MAIL.confirmed, idsOf(coming), { at });
  else
    for (const { id, status } of coming)
      await writeMessage(tx, STATUS_MAIL[status === "offered" ? "offered" : "waiting"], id, { at });
}

/**
 * Corrects the address of someone, on everything that is registered under it. Nothing tells the former address: it may be
 * somebody else's.
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
  const seat = await db.registration.findUnique({ where: { id }, select: { personId: true } });
  if (!seat?.personId) return UNKNOWN;
  const { personId } = seat;
  const webinarIds = await webinarsOf(personId);
  return underLock(webinarIds, async (tx) => {
    const current = await tx.person.findFirst({
      where: { id: personId, registrations: { some: { id } } },
      select: { email: true },
    });
    // Erased, or corrected to something else, since the page was shown.
    if (!current) return UNKNOWN;
    // A second press of the same button.
    if (current.email === email) return DONE;
    const reason = await move(tx, personId, addressOf(email), webinarIds, at);
    if (reason) return { ok: false, reason };
    await recordAudit(tx, editor, { action: "registrant.correct", noun: "registration", target: id, at });
    return DONE;
  });
}

/**
 * Asks a new address whether it is the person’s, by a message sent there at most once an hour. The answer never depends
 * on whether somebody is registered under it.
 * @param token of a link that was sent to the present address
 * @param email as typed and checked
 * @param at instant of the request
 */
export async function proposeAddress(token: string, email: string, at: Date): Promise<Result<object, ProposalRefusal>> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await prepareQueue();
  return db.$transaction(async (tx) => {
    // Two requests at once would both find that nothing was sent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${personId}))`;
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { email: true, registrations: { select: { id: true }, take: 1 } },
    });
    const [current] = person?.registrations ?? [];
    if (!person || !current) return UNKNOWN;
    if (person.email === email) return { ok: false, reason: "same" };
    const proposals = await tx.addressChange.count({ where: { personId, createdAt: { gt: oneDayBefore(at) } } });
    if (proposals >= MOST_PROPOSALS) return { ok: false, reason: "many" };
    const to = addressOf(email);
    const recent = await tx.outgoingMail.count({
      where: { emailKey: to.emailKey, kind: "address-to-confirm", createdAt: { gt: oneHourBefore(at) } },
    });
    if (recent) return DONE;
    const extra = { confirmUrl: await confirmationLink(tx, personId, email, at) };
    await writeMessage(tx, "address-to-confirm", current.id, { at, to, extra });
    return DONE;
  });
}

/** The link that confirms an address, for a message sent there and nowhere else. @param personId who proposes it */
export async function confirmationLink(tx: Transaction, personId: string, email: string, at: Date): Promise<string> {
  const token = newToken();
  await tx.addressChange.create({ data: { tokenHash: tokenHash(token), personId, email, createdAt: at } });
  return absoluteUrl(paths.registration(token));
}

/**
 * Has everything follow the address that a person proposed; the link then opens their personal page. The former address
 * is told: its links may have fallen into other hands.
 * @param token of the link that was sent to the new address
 * @param at instant of the confirmation
 * @returns « held » when the new address is already on the list of one of these sessions: nothing is changed
 */
export async function confirmAddress(token: string, at: Date): Promise<Result<object, CorrectionRefusal>> {
  const proposal = await findProposal(token, at);
  // A second press of the same button finds the personal page.
  if (!proposal) return (await verifiedPersonOf(token)) ? DONE : UNKNOWN;
  const { personId } = proposal;
  const to = addressOf(proposal.email);
  const webinarIds = await webinarsOf(personId);
  return underLock(webinarIds, async (tx) => {
    if (!(await tx.addressChange.count({ where: { tokenHash: tokenHash(token) } }))) return DONE;
    const former = await tx.registration.findFirst({
      where: { personId, webinarId: { in: webinarIds } },
      select: { id: true, person: { select: { email: true } } },
    });
    // Erased, or corrected to something else, since it was proposed.
    if (!former?.person) return UNKNOWN;
    const reason = await move(tx, personId, to, webinarIds, at);
    if (reason) return { ok: false, reason };
    const moved = await tx.registration.findUniqueOrThrow({ where: { id: former.id }, select: { personId: true } });
    await writeLinks(tx, [{ token, personId: moved.personId, grants: [] }], at);
    await writeMessage(tx, "address-changed", former.id, { at, to: addressOf(former.person.email) });
    await recordAudit(tx, null, { action: "registrant.correct", noun: "registration", target: former.id, at });
    return DONE;
  });
}
