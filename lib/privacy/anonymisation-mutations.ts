import { forgetFarewells } from "#lib/notices/farewell/mutations";
import { oneDayBefore } from "#lib/people/addresses/rules";
import { dropUnused } from "#lib/people/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { BLANKS } from "#lib/privacy/blanks";
import { COLUMNS } from "#lib/privacy/columns";
import { erasure } from "#lib/privacy/rules";
import { Prisma } from "#prisma/client";

const DAY_MS = 86_400_000;
/** An example of a message shows somebody's first name: nobody reads it again a month later. */
const EXAMPLES_KEPT_MS = 30 * DAY_MS;
/** How far back what was being written while a person was erased is looked for. */
const LATE_MS = DAY_MS;

const IDENTITY = Prisma.raw(erasure(COLUMNS.Registration, BLANKS));

/**
 * Removes everything that designates people from some registrations, and from whatever speaks of them: messages, links,
 * questions not kept, certificates, reports under review. Status, profile, presence and dates stay, so that no count
 * changes by one. What answered a survey never knew whom.
 * @param at instant written on the registrations
 * @returns how many registrations lost their identity
 */
export async function anonymise(tx: Transaction, registrationIds: readonly string[], at: Date): Promise<number> {
  const ids = [...registrationIds];
  const people = await tx.registration.findMany({
    where: { id: { in: ids }, anonymisedAt: null },
    select: { webinarId: true, person: { select: { id: true, emailKey: true } } },
  });
  // First, and people before their registrations, as those do who write to them: they are waited for, or wait.
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE "id" IN (SELECT "personId" FROM "Registration" WHERE "id" = ANY(${ids}::uuid[]))
    ORDER BY "id" FOR UPDATE`;
  const forgotten = await tx.$executeRaw`
    UPDATE "Registration" SET ${IDENTITY}, "anonymisedAt" = ${at}
    WHERE "id" = ANY(${ids}::uuid[]) AND "anonymisedAt" IS NULL`;
  const registrationId = { in: ids };
  await tx.registrationGrant.deleteMany({ where: { registrationId } });
  await tx.question.deleteMany({ where: { registrationId, status: { not: "accepted" } } });
  await tx.question.updateMany({ where: { registrationId }, data: { registrationId: null } });
  // A report under review names people in its rows: it is read again from its file if it is still needed.
  await tx.attendanceImport.deleteMany({ where: { webinarId: { in: people.map(({ webinarId }) => webinarId) } } });
  const persons = new Map(people.flatMap(({ person }) => (person ? [[person.id, person.emailKey]] : [])));
  await forgetMails(tx, ids, [...persons.values()]);
  await forgetLinks(tx, [...persons.keys()]);
  return forgotten;
}

/**
 * Messages about some registrations, and those to addresses under which nobody is registered any more. A message that is
 * leaving at this instant is left to `anonymiseStragglers`: nobody's seat stays locked behind a slow mail server.
 */
const forgetMails = (tx: Transaction, ids: string[], emailKeys: string[]) => tx.$executeRaw`
  DELETE FROM "OutgoingMail" WHERE "id" IN (
    SELECT m."id" FROM "OutgoingMail" m
    WHERE m."registrationId" = ANY(${ids}::uuid[]) OR m."emailKey" = ANY(${emailKeys}) AND NOT EXISTS (
      SELECT FROM "Registration" r JOIN "Person" p ON p."id" = r."personId" WHERE p."emailKey" = m."emailKey")
    FOR UPDATE SKIP LOCKED)`;

/** Forgets somebody who is registered nowhere and follows nothing any more, with what was written to them. */
export async function forgetUnregistered(tx: Transaction, person: { id: string; emailKey: string }): Promise<void> {
  await forgetMails(tx, [], [person.emailKey]);
  await forgetLinks(tx, [person.id]);
}

async function forgetLinks(tx: Transaction, personIds: string[]): Promise<void> {
  const gone = { personId: { in: personIds }, person: { registrations: { none: {} } } };
  await tx.addressChange.deleteMany({ where: gone });
  await tx.registrationLink.deleteMany({ where: gone });
  await tx.registrationLink.deleteMany({ where: { personId: null, grants: { none: {} } } });
  await dropUnused(tx, personIds);
}

/**
 * Examples of messages that the team sent to itself: they show the first name of somebody, and nobody knows whose. Those
 * that still wait for a mail server go too; one that is leaving at this instant is not waited for.
 */
export const purgeSampleMails = (tx: Transaction, writtenBefore: Date) =>
  tx.$executeRaw`
    DELETE FROM "OutgoingMail" WHERE "id" IN (
      SELECT m."id" FROM "OutgoingMail" m
      WHERE m."registrationId" IS NULL AND m."emailKey" IS NULL AND m."createdAt" < ${writtenBefore}
      FOR UPDATE SKIP LOCKED)`;

/**
 * Removes what was being written or sent at the instant when its person was erased, examples of messages that nobody
 * reads any more, and addresses that were not confirmed in time.
 */
export async function anonymiseStragglers(at: Date): Promise<void> {
  const late = new Date(at.getTime() - LATE_MS);
  await db.addressChange.deleteMany({ where: { createdAt: { lte: oneDayBefore(at) } } });
  await forgetFarewells(at);
  await purgeSampleMails(db, new Date(at.getTime() - EXAMPLES_KEPT_MS));
  await db.$executeRaw`
    DELETE FROM "OutgoingMail" WHERE "id" IN (
      SELECT m."id" FROM "OutgoingMail" m JOIN "Registration" r ON r."id" = m."registrationId"
      WHERE r."anonymisedAt" > ${late} FOR UPDATE OF m SKIP LOCKED)`;
  await db.$executeRaw`
    DELETE FROM "RegistrationLink" l WHERE l."createdAt" > ${late} AND (
      l."personId" IS NOT NULL AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."personId" = l."personId")
      OR EXISTS (
        SELECT FROM "RegistrationGrant" g JOIN "Registration" r ON r."id" = g."registrationId"
        WHERE g."tokenHash" = l."tokenHash" AND r."anonymisedAt" IS NOT NULL))`;
}
