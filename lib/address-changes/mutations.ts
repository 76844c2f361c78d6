import { webinarIdsOf } from "#lib/address-changes/queries";
import type { CorrectionRefusal, ProposalRefusal } from "#lib/address-changes/schema";
import { recordAudit } from "#lib/audit/mutations";
import { dropQueued } from "#lib/mail/outbox-mutations";
import { MAIL_KINDS } from "#lib/mail/schema";
import { writeMessage, writeTogether } from "#lib/notices/mutations";
import { isRecent } from "#lib/notices/outbox/queries";
import { SEVERAL_MAIL, STATUS_MAIL } from "#lib/notices/rules";
import { absoluteUrl } from "#lib/notices/variables/queries";
import { keepProposal } from "#lib/people/addresses/mutations";
import { findProposal } from "#lib/people/addresses/queries";
import { oneDayBefore } from "#lib/people/addresses/rules";
import { downgradeToReceipt, revokeLinks, writeLinks } from "#lib/people/links/mutations";
import { verifiedPersonOf } from "#lib/people/links/queries";
import { dropUnused } from "#lib/people/mutations";
import { moveSubscriptions } from "#lib/people/subscriptions/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { tokenHash } from "#lib/platform/tokens";
import { underLock } from "#lib/seats/lock/mutations";
import { isCancellable, isLive } from "#lib/seats/rules";
import type { RegistrationStatus } from "#prisma/enums";

type Seat = { id: string; status: RegistrationStatus; webinar: { startsAt: Date; cancelledAt: Date | null } };

const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;
const MOST_PROPOSALS = 5;

const addressOf = (email: string) => ({ email, emailKey: emailKey(email) });

/**
 * Gives a person another address: seats and ranks stay. Links that were sent to the former address open nothing any more,
 * those given on screen may only ask, and what waited to leave for it does not. The new one gets a message that says where
 * the person stands. When it is somebody's already, both become one person.
 * @returns « held », with nothing changed, when the new address is on the list of one of these sessions
 */
export async function moveAddress(tx: Transaction, personId: string, email: string, at: Date): Promise<"held" | null> {
  const to = addressOf(email);
  // Whoever writes to either of them is waited for: what they wrote is seen below, and follows.
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid OR "emailKey" = ${to.emailKey} ORDER BY "id" FOR UPDATE`;
  const seats = await tx.registration.findMany({
    where: { personId },
    select: { id: true, webinarId: true, status: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
    orderBy: { webinar: { startsAt: "asc" } },
  });
  const ids = seats.map(({ id }) => id);
  const bearer = await tx.person.findUnique({ where: { emailKey: to.emailKey }, select: { id: true } });
  const other = bearer && bearer.id !== personId ? bearer.id : null;
  const webinarId = { in: seats.map((seat) => seat.webinarId) };
  if (other && (await tx.registration.count({ where: { personId: other, webinarId } }))) return "held";
  await downgradeToReceipt(tx, ids);
  await revokeLinks(tx, personId);
  await tx.addressChange.deleteMany({ where: { personId } });
  if (other) await joinPeople(tx, personId, other, ids);
  else await tx.person.update({ where: { id: personId }, data: to });
  await dropQueued(tx, ids, MAIL_KINDS);
  await writeStatus(tx, seats, at);
  return null;
}

async function joinPeople(tx: Transaction, from: string, to: string, registrationIds: readonly string[]) {
  await tx.registration.updateMany({ where: { id: { in: [...registrationIds] } }, data: { personId: to } });
  await moveSubscriptions(tx, from, to);
  await dropUnused(tx, [from]);
}

/** One message: of all that is to come, else of the past and its links. */
async function writeStatus(tx: Transaction, seats: readonly Seat[], at: Date): Promise<void> {
  const coming = seats.filter(
    ({ status, webinar }) => isLive(status) && isCancellable(webinar, at) && !webinar.cancelledAt,
  );
  const idsOf = (some: readonly Seat[]) => some.map(({ id }) => id);
  if (!coming.length) await writeTogether(tx, "personal-links", idsOf(seats), { at });
  else if (coming.some(({ status }) => status === "confirmed"))
    await writeTogether(tx, STATUS_MAIL.confirmed, idsOf(coming), { at });
  else if (coming.length > 1) await writeTogether(tx, SEVERAL_MAIL, idsOf(coming), { at });
  else
    await writeTogether(tx, STATUS_MAIL[coming[0]?.status === "offered" ? "offered" : "waiting"], idsOf(coming), {
      at,
    });
}

/**
 * Asks a new address whether it is the person’s, by a message sent there at most once an hour. The answer never depends
 * on whether somebody is registered under it.
 * @param token of a link that was sent to the present address
 * @param email as typed and checked
 */
export async function proposeAddress(token: string, email: string, at: Date): Promise<Result<object, ProposalRefusal>> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await prepareQueue();
  return db.$transaction(async (tx) => {
    // Two requests at once would both find that nothing was sent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${personId})), pg_advisory_xact_lock(hashtext(${emailKey(email)}))`;
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
    if (await isRecent(tx, "address-to-confirm", { emailKey: to.emailKey }, at)) return DONE;
    const extra = { confirmUrl: await confirmationLink(tx, personId, email, at) };
    await writeMessage(tx, "address-to-confirm", current.id, { at, to, extra });
    return DONE;
  });
}

/** The link that confirms an address, for a message sent there and nowhere else. @param personId who proposes it */
export const confirmationLink = async (tx: Transaction, personId: string, email: string, at: Date): Promise<string> =>
  absoluteUrl(paths.registration(await keepProposal(tx, personId, email, at)));

/**
 * Has everything follow the address that a person proposed; the link then opens their personal page. The former address
 * is told: its links may have fallen into other hands.
 * @param token of the link that was sent to the new address
 * @returns « held » when the new address is already on the list of one of these sessions: nothing is changed
 */
export async function confirmAddress(token: string, at: Date): Promise<Result<object, CorrectionRefusal>> {
  const proposal = await findProposal(token, at);
  // A second press of the same button finds the personal page.
  if (!proposal) return (await verifiedPersonOf(token)) ? DONE : UNKNOWN;
  const { personId, email } = proposal;
  const webinarIds = await webinarIdsOf(personId);
  return underLock(webinarIds, async (tx) => {
    if (!(await tx.addressChange.count({ where: { tokenHash: tokenHash(token) } }))) return DONE;
    const former = await tx.registration.findFirst({
      where: { personId, webinarId: { in: webinarIds } },
      select: { id: true, person: { select: { email: true } } },
    });
    // Erased, or corrected to something else, since it was proposed.
    if (!former?.person) return UNKNOWN;
    const reason = await moveAddress(tx, personId, email, at);
    if (reason) return { ok: false, reason };
    const moved = await tx.registration.findUniqueOrThrow({ where: { id: former.id }, select: { personId: true } });
    await writeLinks(tx, [{ token, personId: moved.personId, grants: [] }], at);
    await writeMessage(tx, "address-changed", former.id, { at, to: addressOf(former.person.email) });
    await recordAudit(tx, null, { action: "registrant.correct", noun: "registration", target: former.id, at });
    return DONE;
  });
}
