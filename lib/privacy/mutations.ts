import { db } from "#lib/platform/db";
import { keptUntil } from "#lib/registrations/rules";

/** Past sessions whose registrants can still be told. */
const pastSessions = (at: Date) =>
  db.webinar.findMany({
    where: { startsAt: { lt: at }, registrations: { some: { anonymisedAt: null } } },
    select: { id: true, startsAt: true },
  });

/**
 * Removes what its time has come for: access needs first, later everything that designates a person.
 * Status, profile and dates stay, so that the counts do not change by one. Safe to run again at any time.
 * @param at the present instant
 * @returns how many registrations lost their identity
 */
export async function anonymiseExpired(at: Date): Promise<number> {
  const sessions = await pastSessions(at);
  const expired = (what: "identity" | "accessNeeds") =>
    sessions.filter(({ startsAt }) => keptUntil(what, startsAt) <= at).map(({ id }) => id);
  await db.registration.updateMany({
    where: { accessNeeds: { not: null }, webinarId: { in: expired("accessNeeds") } },
    data: { accessNeeds: null },
  });
  return anonymise(expired("identity"), at);
}

function anonymise(webinarIds: string[], at: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const registration = { webinarId: { in: webinarIds }, anonymisedAt: null };
    await tx.outgoingMail.deleteMany({ where: { registration } });
    await tx.registrationLink.deleteMany({ where: { registration } });
    return tx.$executeRaw`
      UPDATE "Registration"
      SET "firstName" = '', "lastName" = '', "email" = '', "emailKey" = 'anonyme:' || "id", "organisation" = NULL,
          "territory" = NULL, "question" = NULL, "accessNeeds" = NULL, "newsletterAt" = NULL, "anonymisedAt" = ${at}
      WHERE "webinarId" = ANY(${webinarIds}::uuid[]) AND "anonymisedAt" IS NULL`;
  });
}
