import { broughtBy } from "#lib/enrolment/colleagues/labels";
import type { Colleague } from "#lib/enrolment/colleagues/rules";
import type { Brought } from "#lib/enrolment/colleagues/schema";
import { notifySeatChanges, writeTogether } from "#lib/notices/mutations";
import { isRecent } from "#lib/notices/outbox/queries";
import type { Transaction } from "#lib/platform/db";
import { admit } from "#lib/seats/admission/mutations";
import type { Admission, Applicant } from "#lib/seats/admission/schema";
import { isEntry } from "#lib/seats/rules";

/** What colleagues share with who registers them; each may correct it. */
type Bringer = Pick<Applicant, "firstName" | "lastName" | "profile" | "organisation" | "territory" | "partnerLink">;

async function admitOne(tx: Transaction, webinarId: string, person: Applicant, at: Date): Promise<Admission> {
  const admission = await admit(tx, webinarId, person, "form", at);
  // The partner's link brings nobody more: they come as everyone does.
  return admission.outcome === "partner-link-full"
    ? admit(tx, webinarId, { ...person, partnerLink: undefined }, "form", at)
    : admission;
}

/**
 * Registers colleagues of somebody at the session of the page, under its lock, in their order, each with their own message
 * and links. Of an address that is registered already nothing changes, and its owner alone is told, at most once an hour.
 * @returns what newcomers are, or would have been, given: nothing tells who was known
 */
export async function bringColleagues(
  tx: Transaction,
  webinarId: string,
  { firstName, lastName, ...shared }: Bringer,
  colleagues: readonly Colleague[],
  at: Date,
): Promise<Brought> {
  const admissions: Admission[] = [];
  for (const { email, ...name } of colleagues) {
    const { profile, organisation, territory, partnerLink } = shared;
    const person = { ...name, email, profile, organisation, territory, partnerLink };
    admissions.push(await admitOne(tx, webinarId, person, at));
  }
  const changes = admissions.flatMap((admission) => admission.changes);
  await notifySeatChanges(
    tx,
    changes.filter((change) => !isEntry(change)),
    at,
  );
  await notifySeatChanges(tx, changes.filter(isEntry), at, { note: broughtBy(firstName, lastName) });
  for (const admission of admissions) {
    if (admission.outcome !== "existing") continue;
    const { registrationId } = admission;
    if (!(await isRecent(tx, "registration-already", { registrationId: { in: [registrationId] } }, at)))
      await writeTogether(tx, "registration-already", [registrationId], { at });
  }
  const waiting = admissions.filter((one) => "waitlistRank" in one && one.waitlistRank !== null).length;
  if (waiting === 0) return "seated";
  return waiting === admissions.length ? "waiting" : "both";
}
