import type { Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";

/**
 * The person whom an address designates, made when nobody has it. Until the transaction ends, nobody erases them nor gives
 * them another address.
 * @param email as typed and checked
 */
export async function personFor(tx: Transaction, email: string, at: Date): Promise<{ id: string; isNew: boolean }> {
  const key = emailKey(email);
  for (;;) {
    const [person] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
      WITH known AS (SELECT "id" FROM "Person" WHERE "emailKey" = ${key} FOR KEY SHARE),
        made AS (
          INSERT INTO "Person" ("id", "email", "emailKey", "createdAt")
          SELECT gen_random_uuid(), ${email}, ${key}, ${at} WHERE NOT EXISTS (SELECT FROM known)
          ON CONFLICT DO NOTHING RETURNING "id")
      SELECT "id", false AS "isNew" FROM known UNION ALL SELECT "id", true FROM made`;
    // Otherwise somebody else has just made them, and they are found at the next turn.
    if (person) return person;
  }
}

/**
 * Forgets those of some people who are registered nowhere and follow nothing, with the links to their mailbox. One that
 * is being registered at this instant is waited for, and stays.
 */
export async function dropUnused(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  await tx.person.deleteMany({
    where: { id: { in: ids }, registrations: { none: {} }, subscriptions: { none: {} } },
  });
}
