import type { Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";

/**
 * The person whom an address designates, made when nobody has it. Until the transaction ends, nobody erases them nor gives
 * them another address.
 * @param email as typed and checked
 */
export async function personFor(tx: Transaction, email: string, at: Date): Promise<{ id: string; isNew: boolean }> {
  const person = { email, emailKey: emailKey(email), createdAt: at };
  for (;;) {
    const [existing] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Person" WHERE "emailKey" = ${person.emailKey} FOR KEY SHARE`;
    if (existing) return { id: existing.id, isNew: false };
    const [created] = await tx.person.createManyAndReturn({
      data: [person],
      select: { id: true },
      skipDuplicates: true,
    });
    // Otherwise somebody else has just made them, and they are found at the next turn.
    if (created) return { id: created.id, isNew: true };
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
