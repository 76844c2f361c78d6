import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { farewell } from "#lib/notices/farewell/mutations";
import { notifySeatChanges } from "#lib/notices/mutations";
import { verifiedPersonOf } from "#lib/people/links/queries";
import { dropUnused } from "#lib/people/mutations";
import { keptUntil } from "#lib/people/rules";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import {
  anonymise,
  anonymiseStragglers,
  forgetUnregistered,
  purgeSampleMails,
} from "#lib/privacy/anonymisation-mutations";
import { heldOn } from "#lib/privacy/queries";
import { forgetOldRemarks, forgetRemarksOf } from "#lib/remarks/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { isCancellable } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { applyTransition } from "#lib/seats/transitions/mutations";
import { allocateSeats } from "#lib/seats/waitlist/mutations";

/** Holding a session of several hundred people takes longer than a page may. */
const TIMEOUT_MS = 60_000;

const pastWebinars = (at: Date) =>
  db.webinar.findMany({
    where: {
      startsAt: { lt: at },
      OR: [
        { registrations: { some: { anonymisedAt: null } } },
        { questions: { some: { status: { not: "accepted" } } } },
        { imports: { some: {} } },
      ],
    },
    select: { id: true, startsAt: true },
  });

/**
 * Removes what its time has come for: access needs first, later everything that designates a person, and the wish to
 * come to a cycle whose last session is as old. Status, profile and dates stay, so that the counts do not change by one.
 * Safe to run again at any time.
 * @returns how many registrations lost their identity
 */
export async function applyRetention(at: Date): Promise<number> {
  const webinars = await pastWebinars(at);
  const expired = (what: "identity" | "accessNeeds") =>
    webinars.filter(({ startsAt }) => keptUntil(what, startsAt) <= at).map(({ id }) => id);
  await db.registration.updateMany({
    where: { accessNeeds: { not: null }, webinarId: { in: expired("accessNeeds") } },
    data: { accessNeeds: null },
  });
  await endSubscriptions(at);
  await forgetOldRemarks(at);
  let anonymised = 0;
  for (const webinarId of expired("identity")) anonymised += await forgetSession(webinarId, at);
  await anonymiseStragglers(at);
  return anonymised;
}

function forgetSession(webinarId: string, at: Date): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const people = await tx.registration.findMany({ where: { webinarId, anonymisedAt: null }, select: { id: true } });
      const ids = people.map(({ id }) => id);
      const count = await anonymise(tx, ids, at);
      // Whoever typed a known address asked without a name.
      await tx.question.deleteMany({ where: { webinarId, status: { not: "accepted" } } });
      await tx.attendanceImport.deleteMany({ where: { webinarId } });
      const act = { action: "registrants.anonymise", noun: "webinar", target: webinarId, details: { count }, at };
      if (count) await recordAudit(tx, null, act);
      return count;
    },
    { timeout: TIMEOUT_MS },
  );
}

/** Cycles are over when their last session is: who followed one is kept as long as who came to that session. */
async function endSubscriptions(at: Date): Promise<void> {
  const cycles = await db.cycle.findMany({
    where: { subscriptions: { some: {} } },
    select: { id: true, webinars: { select: { startsAt: true }, orderBy: { startsAt: "desc" }, take: 1 } },
  });
  const over = cycles.filter(({ webinars: [last] }) => last && keptUntil("identity", last.startsAt) <= at);
  await db.$transaction(async (tx) => {
    const cycleId = { in: over.map(({ id }) => id) };
    const followers = await tx.cycleSubscription.findMany({ where: { cycleId }, select: { personId: true } });
    await tx.cycleSubscription.deleteMany({ where: { cycleId } });
    await dropUnused(
      tx,
      followers.map(({ personId }) => personId),
    );
  });
}

/** Sessions to come where a person has a registration, or gets one at this very instant because they follow a cycle. */
async function comingWebinars(personId: string, at: Date): Promise<string[]> {
  const rows = await db.webinar.findMany({
    where: {
      startsAt: { gt: at },
      OR: [{ registrations: { some: { personId } } }, { cycle: { subscriptions: { some: { personId } } } }],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Erases a person at their own request: their seats are given back, and nothing that designates them is left but one last
 * message, that proves it and empties their calendar; it goes once it has left. The journal keeps that it was done, and for how many registrations, not
 * for whom.
 * @param token of a link that was sent to their address
 */
export async function eraseOnRequest(token: string, at: Date): Promise<Result<object, "unknown">> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return { ok: false, reason: "unknown" };
  return erase(null, personId, at);
}

/** As `eraseOnRequest`, of somebody who asked the team. */
export const eraseForEditor = (editor: Editor, personId: string, at: Date): Promise<Result<object, "unknown">> =>
  erase(editor, personId, at);

async function erase(editor: Editor | null, personId: string, at: Date): Promise<Result<object, "unknown">> {
  const webinars = await comingWebinars(personId, at);
  return underLock(webinars, (tx) => erasePerson(tx, editor, { personId, lockedIds: webinars }, at));
}

/**
 * All that is kept about somebody who asked the team, written in the journal before it leaves.
 * @returns null for whoever is not known, or not any more
 */
export async function exportForEditor(editor: Editor, personId: string, at: Date) {
  const person = await db.person.findUnique({ where: { id: personId } });
  if (!person) return null;
  await recordAudit(db, editor, { action: "person.export", noun: "person", target: personId, at });
  return heldOn(person);
}

/** @param lockedIds sessions whose lock is held: a seat taken at another one meanwhile is a new one, and stays */
async function erasePerson(
  tx: Transaction,
  editor: Editor | null,
  { personId, lockedIds }: { personId: string; lockedIds: readonly string[] },
  at: Date,
): Promise<Result<object, "unknown">> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true, emailKey: true } });
  if (!person) return { ok: false, reason: "unknown" };
  const rows = await tx.registration.findMany({
    where: { personId },
    select: { id: true, webinarId: true, status: true, webinar: { select: { startsAt: true } } },
    orderBy: { id: "asc" },
  });
  const mine = rows.filter(({ webinarId, webinar }) => lockedIds.includes(webinarId) || !isCancellable(webinar, at));
  const given = mine.filter(({ webinar }) => isCancellable(webinar, at));
  for (const { id } of given) await applyTransition(tx, "cancel", id, at);
  await tx.cycleSubscription.deleteMany({ where: { personId } });
  await tx.digestSubscription.deleteMany({ where: { personId } });
  await forgetRemarksOf(tx, [person.emailKey]);
  const ids = mine.map(({ id }) => id);
  const leftIds = given.filter(({ status }) => status === "confirmed").map(({ id }) => id);
  const writeFarewell = await farewell(tx, { ids, leftIds }, at);
  const count = await anonymise(tx, ids, at);
  await forgetUnregistered(tx, person);
  await purgeSampleMails(tx, at);
  await writeFarewell();
  const changes: SeatChange[] = [];
  for (const { webinarId } of given) changes.push(...(await allocateSeats(tx, webinarId, at)).changes);
  await notifySeatChanges(tx, changes, at);
  await recordAudit(tx, editor, { action: "person.erase", noun: "registration", target: "", details: { count }, at });
  return { ok: true };
}
