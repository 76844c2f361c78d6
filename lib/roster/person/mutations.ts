import { moveAddress } from "#lib/address-changes/mutations";
import { webinarIdsOf } from "#lib/address-changes/queries";
import type { CorrectionRefusal } from "#lib/address-changes/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { PersonOutcome } from "#lib/enrolment/groups/schema";
import { writeTogether } from "#lib/notices/mutations";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { addRegistrants } from "#lib/roster/additions/mutations";
import { findPerson } from "#lib/roster/person/queries";
import type { NameInput } from "#lib/roster/person/schema";
import { underLock } from "#lib/seats/lock/mutations";

const NOUN = "person";
const NAMED_SESSIONS = 50;

/**
 * Writes to somebody the message that leads to all that they have, with a fresh link.
 * @returns whether it is held, since they were written to very often; « unknown » for whoever is registered nowhere
 */
export async function resendLinks(
  editor: Editor,
  personId: string,
  at: Date,
): Promise<Result<{ held: boolean }, "unknown">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const seats = await tx.registration.findMany({
      where: { personId },
      select: { id: true },
      orderBy: { id: "desc" },
      take: NAMED_SESSIONS,
    });
    const ids = seats.map(({ id }) => id);
    if (!ids.length || !(await writeTogether(tx, "personal-links", ids, { at })))
      return { ok: false, reason: "unknown" };
    await recordAudit(tx, editor, { action: "person.resend", noun: NOUN, target: personId, at });
    const held = await tx.heldNotice.count({ where: { registrationId: { in: ids }, lastAt: at } });
    return { ok: true, held: held > 0 };
  });
}

/** Spells somebody's name anew on all that they have: certificates are printed with it from then on. */
export async function correctName(
  editor: Editor,
  personId: string,
  name: NameInput,
  at: Date,
): Promise<Result<object, "unknown">> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.registration.updateMany({ where: { personId }, data: name });
    const followed = await tx.cycleSubscription.updateMany({ where: { personId }, data: name });
    if (!count && !followed.count) return { ok: false, reason: "unknown" };
    const fields = ["firstName", "lastName"];
    await recordAudit(tx, editor, { action: "person.update", noun: NOUN, target: personId, details: { fields }, at });
    return { ok: true };
  });
}

/**
 * As `correctAddress`, of somebody whatever they have.
 * @returns also who they are from then on: somebody else when the address was already known
 */
export async function correctPersonAddress(
  editor: Editor,
  personId: string,
  email: string,
  at: Date,
): Promise<Result<{ personId: string }, CorrectionRefusal>> {
  const webinarIds = await webinarIdsOf(personId);
  return underLock(webinarIds, async (tx) => {
    const current = await tx.person.findUnique({
      where: { id: personId },
      select: { email: true, registrations: { select: { id: true }, take: 1 } },
    });
    if (!current) return { ok: false, reason: "unknown" };
    if (current.email === email) return { ok: true, personId };
    const [seat] = current.registrations;
    const reason = await moveAddress(tx, personId, email, at);
    if (reason) return { ok: false, reason };
    const moved =
      seat && (await tx.registration.findUniqueOrThrow({ where: { id: seat.id }, select: { personId: true } }));
    const target = moved?.personId ?? personId;
    await recordAudit(tx, editor, { action: "person.readdress", noun: NOUN, target, at });
    return { ok: true, personId: target };
  });
}

/** Registers somebody whom the portal knows at one more session, under the name that they last gave. */
export async function addToSession(
  editor: Editor,
  personId: string,
  webinarId: string,
  at: Date,
): Promise<PersonOutcome> {
  const person = await findPerson(editor, personId);
  if (!person?.identity || !(await db.webinar.count({ where: { id: webinarId } }))) return "refused";
  const { firstName, lastName, profile, organisation, territory } = person.identity;
  const known = { email: person.email, firstName, lastName, profile, organisation, territory };
  const [outcome = "refused"] = await addRegistrants(editor, webinarId, [known], at);
  return outcome;
}
