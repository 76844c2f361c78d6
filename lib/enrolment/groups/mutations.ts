import type { PersonOutcome } from "#lib/enrolment/groups/schema";
import { notifySeatChanges } from "#lib/notices/mutations";
import { follows } from "#lib/people/subscriptions/queries";
import { db, type Transaction } from "#lib/platform/db";
import { admit } from "#lib/seats/admission/mutations";
import type { Applicant } from "#lib/seats/admission/schema";
import { underLock } from "#lib/seats/lock/mutations";
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
    const outcomes: PersonOutcome[] = [];
    for (const person of people) outcomes.push(await bringIn(tx, webinarId, person, origin, at));
    await inTheSameTransaction(tx, outcomes);
    return outcomes;
  });
}

async function bringIn(
  tx: Transaction,
  webinarId: string,
  person: Applicant,
  origin: RegistrationOrigin,
  at: Date,
): Promise<PersonOutcome> {
  // Asked under the lock of the session: who has been erased meanwhile does not come back.
  if (origin === "cycle" && !(await follows(tx, webinarId, person))) return "refused";
  const admission = await admit(tx, webinarId, person, origin, at);
  await notifySeatChanges(tx, admission.changes, at);
  if (!("registrationId" in admission)) return "refused";
  if (admission.outcome === "existing") return "already";
  return admission.outcome === "confirmed" ? "registered" : "waiting";
}

/**
 * Registers those who asked for a whole cycle to the sessions that it has received since. Safe to run again at any time.
 * @returns how many people came in
 */
export async function addCycleWebinars(at: Date): Promise<number> {
  const webinars = await db.webinar.findMany({
    where: { ...comingAt(at), cycle: { subscriptions: { some: {} } } },
    select: { id: true, cycleId: true },
    orderBy: { startsAt: "asc" },
  });
  let added = 0;
  for (const { id, cycleId } of webinars) {
    const missing = await db.$queryRaw<Applicant[]>`
      SELECT s."firstName", s."lastName", p."email", s."profile", s."organisation", s."territory", (
        SELECT r."accessNeeds" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
        WHERE r."personId" = s."personId"
        ORDER BY (w."startsAt" > ${at} AND r."accessNeeds" IS NOT NULL) DESC, w."startsAt" DESC LIMIT 1) AS "accessNeeds"
      FROM "CycleSubscription" s JOIN "Person" p ON p."id" = s."personId"
      WHERE s."cycleId" = ${cycleId}::uuid AND NOT EXISTS (
        SELECT 1 FROM "Registration" r WHERE r."webinarId" = ${id}::uuid AND r."personId" = s."personId")
      ORDER BY s."createdAt", s."id"`;
    if (missing.length) added += (await registerPeople(id, missing, "cycle", at)).length;
  }
  return added;
}
