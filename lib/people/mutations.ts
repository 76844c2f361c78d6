import type { Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";

type Found = { id: string; isNew: boolean };

/**
 * The people whom addresses designate, by their key, made when nobody has them. Until the transaction ends, nobody erases
 * them nor gives them another address. In one order, so that two transactions never make each other wait.
 * @param emails as typed and checked
 */
export async function peopleFor(tx: Transaction, emails: readonly string[], at: Date): Promise<Map<string, Found>> {
  const typed = new Map(emails.map((email) => [emailKey(email), email]));
  const people = new Map<string, Found>();
  while (people.size < typed.size) {
    // Whoever was not found nor made has just been made by somebody else, and is found at the next turn.
    const missing = [...typed].filter(([key]) => !people.has(key));
    const keys = missing.map(([key]) => key);
    const found = await tx.$queryRaw<(Found & { emailKey: string })[]>`
      WITH known AS (
          SELECT "id", "emailKey" FROM "Person" WHERE "emailKey" = ANY(${keys}::text[]) ORDER BY "emailKey" FOR KEY SHARE),
        made AS (
          INSERT INTO "Person" ("id", "email", "emailKey", "createdAt")
          SELECT gen_random_uuid(), "email", "emailKey", ${at}
          FROM unnest(${missing.map(([, email]) => email)}::text[], ${keys}::text[]) AS typed("email", "emailKey")
          WHERE "emailKey" NOT IN (SELECT "emailKey" FROM known) ORDER BY "emailKey"
          ON CONFLICT DO NOTHING RETURNING "id", "emailKey")
      SELECT "id", "emailKey", false AS "isNew" FROM known UNION ALL SELECT "id", "emailKey", true FROM made`;
    for (const { emailKey: key, ...person } of found) people.set(key, person);
  }
  return people;
}

/** As `peopleFor`, of one address. */
export async function personFor(tx: Transaction, email: string, at: Date): Promise<Found> {
  const [person] = (await peopleFor(tx, [email], at)).values();
  return person as Found;
}

/**
 * Forgets those of some people who are registered nowhere and follow nothing, with the links to their mailbox. One that
 * is being registered at this instant is waited for, and stays.
 */
export async function dropUnused(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  await tx.person.deleteMany({
    where: { id: { in: ids }, registrations: { none: {} }, subscriptions: { none: {} }, digest: null },
  });
}
