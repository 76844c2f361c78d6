import type { MailKind } from "#lib/mail/schema";
import { writtenLately } from "#lib/notices/held/queries";
import { heldKind, isBounded, isTooOften } from "#lib/notices/held/rules";
import type { Transaction } from "#lib/platform/db";

type Bound = { emailKey: string; registrationIds: readonly string[] };

/**
 * Holds what there is no room for. People are locked (`recipientsAmong`), and each is there once: two messages at once would
 * both find some.
 * @returns those that are held
 */
export async function holdNotices<One extends Bound>(
  tx: Transaction,
  kind: MailKind,
  messages: readonly One[],
  at: Date,
): Promise<Set<One>> {
  if (!isBounded(kind) || !messages.length) return new Set();
  const lately = await writtenLately(tx, messages, at);
  const held = messages.filter((_, turn) => lately[turn] && isTooOften(lately[turn]));
  const told = messages.filter((message, turn) => lately[turn]?.held && !held.includes(message));
  if (told.length && heldKind(kind) === "state") await forgetHeld(tx, registrationsOf(told));
  if (held.length) await hold(tx, kind, registrationsOf(held), at);
  return new Set(held);
}

const registrationsOf = (messages: readonly Bound[]) => messages.flatMap(({ registrationIds }) => registrationIds);

async function hold(tx: Transaction, kind: MailKind, ids: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "HeldNotice" AS held ("registrationId", "kind", "firstAt", "lastAt")
    SELECT unnest(${[...ids]}::uuid[]), ${heldKind(kind)}, ${at}, ${at}
    ON CONFLICT ("registrationId") DO UPDATE SET "lastAt" = EXCLUDED."lastAt",
      "kind" = CASE WHEN held."kind" = 'state' THEN held."kind" ELSE EXCLUDED."kind" END`;
}

export async function forgetHeld(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  await tx.heldNotice.deleteMany({ where: { registrationId: { in: [...registrationIds] } } });
}
