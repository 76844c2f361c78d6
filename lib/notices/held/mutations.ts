import type { MailKind } from "#lib/mail/schema";
import { writtenLately } from "#lib/notices/held/queries";
import { heldKind, isBounded, isTooOften } from "#lib/notices/held/rules";
import type { Transaction } from "#lib/platform/db";

/** Unless there is room. The person is locked (`recipientsAmong`): two messages at once would both find some. */
export async function holdNotice(
  tx: Transaction,
  kind: MailKind,
  { emailKey, registrationIds }: { emailKey: string; registrationIds: readonly string[] },
  at: Date,
): Promise<boolean> {
  if (!isBounded(kind)) return false;
  const ids = [...registrationIds];
  const lately = await writtenLately(tx, emailKey, ids, at);
  if (!isTooOften(lately)) {
    if (lately.held && heldKind(kind) === "state") await forgetHeld(tx, ids);
    return false;
  }
  await tx.$executeRaw`
    INSERT INTO "HeldNotice" AS held ("registrationId", "kind", "firstAt", "lastAt")
    SELECT unnest(${ids}::uuid[]), ${heldKind(kind)}, ${at}, ${at}
    ON CONFLICT ("registrationId") DO UPDATE SET "lastAt" = EXCLUDED."lastAt",
      "kind" = CASE WHEN held."kind" = 'state' THEN held."kind" ELSE EXCLUDED."kind" END`;
  return true;
}

export async function forgetHeld(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  await tx.heldNotice.deleteMany({ where: { registrationId: { in: [...registrationIds] } } });
}
