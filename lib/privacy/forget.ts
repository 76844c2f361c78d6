import type { Transaction } from "#lib/platform/db";

/**
 * Removes everything that designates people from some registrations, and from whatever speaks of them: messages, links,
 * questions not kept, certificates, reports under review. Status, profile, presence and dates stay, so that no count
 * changes by one. What answered a survey never knew whom.
 * @param at instant written on the registrations
 * @returns how many registrations lost their identity
 */
export async function forget(tx: Transaction, registrationIds: readonly string[], at: Date): Promise<number> {
  const ids = [...registrationIds];
  const people = await tx.registration.findMany({
    where: { id: { in: ids }, anonymisedAt: null },
    select: { emailKey: true, webinarId: true },
  });
  const registrationId = { in: ids };
  await tx.outgoingMail.deleteMany({ where: { registrationId } });
  await tx.registrationGrant.deleteMany({ where: { registrationId } });
  await tx.question.deleteMany({ where: { registrationId, status: { not: "accepted" } } });
  await tx.question.updateMany({ where: { registrationId }, data: { registrationId: null } });
  // A report under review names people in its rows: it is read again from its file if it is still needed.
  await tx.attendanceImport.deleteMany({ where: { webinarId: { in: people.map(({ webinarId }) => webinarId) } } });
  const forgotten = await tx.$executeRaw`
    UPDATE "Registration"
    SET "firstName" = '', "lastName" = '', "email" = '', "emailKey" = 'anonyme:' || "id", "organisation" = NULL,
        "territory" = NULL, "accessNeeds" = NULL, "newsletterAt" = NULL, "remindersOffAt" = NULL,
        "cancellationReason" = NULL, "attestationCode" = NULL, "anonymisedAt" = ${at}
    WHERE "id" = ANY(${ids}::uuid[]) AND "anonymisedAt" IS NULL`;
  await forgetAddresses(tx, [...new Set(people.map(({ emailKey }) => emailKey))]);
  return forgotten;
}

/** What is kept under an address, once no registration bears it any more. */
async function forgetAddresses(tx: Transaction, emailKeys: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "OutgoingMail" m WHERE m."emailKey" = ANY(${emailKeys})
    AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."emailKey" = m."emailKey")`;
  await tx.$executeRaw`
    DELETE FROM "RegistrationLink" l WHERE l."emailKey" = ANY(${emailKeys})
    AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."emailKey" = l."emailKey")`;
  await tx.$executeRaw`
    DELETE FROM "RegistrationLink" l WHERE l."emailKey" IS NULL
    AND NOT EXISTS (SELECT FROM "RegistrationGrant" g WHERE g."tokenHash" = l."tokenHash")`;
}
