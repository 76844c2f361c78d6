import { recordAudit } from "#lib/audit/mutations";
import { notifySeatChanges } from "#lib/notices/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { anonymise } from "#lib/privacy/anonymisation-mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { isCancellable } from "#lib/seats/rules";
import { applyTransition } from "#lib/seats/transitions/mutations";
import { allocateSeats } from "#lib/seats/waitlist/mutations";

/** What a later backup tells of those whom an earlier one brought back: people who are still there, registrations of nobody. */
export type Erasures = { people: readonly string[]; anonymised: readonly string[] };

/** Nobody knows any more: not registered, and in the later backup no longer. */
async function dropGone(tx: Transaction, people: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "OutgoingMail" m USING "Person" p WHERE p."emailKey" = m."emailKey" AND NOT (p."id" = ANY(${people}::uuid[]))
      AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."personId" = p."id")`;
  await tx.$executeRaw`
    DELETE FROM "Remark" m USING "Person" p WHERE p."emailKey" = m."emailKey" AND NOT (p."id" = ANY(${people}::uuid[]))`;
  await tx.$executeRaw`
    DELETE FROM "Person" p WHERE NOT (p."id" = ANY(${people}::uuid[]))
      AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."personId" = p."id")`;
}

/**
 * Erases again, in a database that was restored, whoever was erased after its backup. They are not written to again.
 * @returns how many registrations lost their identity
 */
export async function eraseAgain({ people, anonymised }: Erasures, at: Date): Promise<number> {
  const rows = await db.$queryRaw<{ id: string; webinarId: string; startsAt: Date }[]>`
    SELECT r."id", r."webinarId", w."startsAt" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
    WHERE r."anonymisedAt" IS NULL AND r."id" = ANY(${anonymised}::uuid[]) ORDER BY r."id"`;
  const given = rows.filter((row) => isCancellable(row, at));
  const webinarIds = [...new Set(given.map(({ webinarId }) => webinarId))];
  return underLock(webinarIds, async (tx) => {
    for (const { id } of given) await applyTransition(tx, "cancel", id, at);
    const ids = rows.map(({ id }) => id);
    const count = await anonymise(tx, ids, at);
    await dropGone(tx, people);
    for (const id of webinarIds) await notifySeatChanges(tx, (await allocateSeats(tx, id, at)).changes, at);
    await recordAudit(tx, null, { action: "person.erase", noun: "registration", target: "", details: { count }, at });
    return count;
  });
}
