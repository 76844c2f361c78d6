import { ADDED } from "#lib/enrolment/cycle/labels";
import { bringToCycle } from "#lib/enrolment/cycle/mutations";
import { comingSessions } from "#lib/enrolment/cycle/queries";
import type { PersonOutcome } from "#lib/enrolment/groups/schema";
import { notifySeatChanges } from "#lib/notices/mutations";
import { follows, missingFollowers } from "#lib/people/subscriptions/queries";
import { db, type Transaction } from "#lib/platform/db";
import { admit } from "#lib/seats/admission/mutations";
import type { Admission, Applicant } from "#lib/seats/admission/schema";
import { underLock } from "#lib/seats/lock/mutations";
import { isEntry } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { comingAt } from "#lib/webinars/queries";
import type { RegistrationOrigin } from "#prisma/enums";

/**
 * Registers people by another door than the form, each with the usual message: a seat, or the end of the waiting list.
 * @returns for each person, in order, what came of it
 */
export async function registerPeople(
  webinarId: string,
  people: readonly Applicant[],
  origin: RegistrationOrigin,
  at: Date,
  inTheSameTransaction: (tx: Transaction, outcomes: PersonOutcome[]) => Promise<void> = async () => {},
): Promise<PersonOutcome[]> {
  return underLock([webinarId], async (tx) => {
    const admissions: Admission[] = [];
    for (const person of people) admissions.push(await admit(tx, webinarId, person, origin, at));
    await notifySeatChanges(
      tx,
      admissions.flatMap(({ changes }) => changes),
      at,
    );
    const outcomes = admissions.map(outcomeOf);
    await inTheSameTransaction(tx, outcomes);
    return outcomes;
  });
}

function outcomeOf(admission: Admission): PersonOutcome {
  if (!("registrationId" in admission)) return "refused";
  if (admission.outcome === "existing") return "already";
  return admission.outcome === "confirmed" ? "registered" : "waiting";
}

const BATCH = 20;

/**
 * Registers those who asked for a whole cycle to the sessions that it has received since, with one message to each
 * however many there are. Safe to run again at any time.
 * @returns how many seats and places in line were taken
 */
export async function addCycleWebinars(at: Date): Promise<number> {
  const cycles = await db.cycle.findMany({
    where: { subscriptions: { some: {} }, webinars: { some: comingAt(at) } },
    select: { id: true },
  });
  let added = 0;
  for (const { id } of cycles) {
    const sessions = (await comingSessions({ id }, at)).map((session) => session.id);
    const missing = await missingFollowers(id, sessions);
    for (let start = 0; start < missing.length; start += BATCH)
      added += await bringAll(missing.slice(start, start + BATCH), sessions, at);
  }
  return added;
}

const bringAll = (followers: Parameters<typeof bringToCycle>[1][], sessions: string[], at: Date): Promise<number> =>
  underLock(sessions, async (tx) => {
    const changes: SeatChange[] = [];
    for (const follower of followers) {
      if (await follows(tx, sessions[0] ?? "", follower))
        changes.push(...(await bringToCycle(tx, follower, sessions, at)));
    }
    const entries = changes.filter(isEntry);
    await notifySeatChanges(
      tx,
      changes.filter((change) => !isEntry(change)),
      at,
    );
    await notifySeatChanges(tx, entries, at, { note: ADDED });
    return entries.length;
  });
