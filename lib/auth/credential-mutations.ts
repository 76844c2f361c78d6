import { isPassword } from "#lib/auth/passwords";
import { acceptedStep } from "#lib/auth/totp";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";

export type Credentials = { email: string; password: string; code: string | null };

/** Failures in a row that cost nothing; after them each one doubles the delay before the next try is heard. */
const FREE_FAILURES = 5;
const MAX_DELAY_MINUTES = 30;
/** A day without a try, and the count begins anew. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Counts a try before it is judged, unless the account is waiting: whoever tries a hundred at once is heard five times.
 * A right password gives the count back. Never a permanent lock, which would let anyone shut an editor out.
 */
async function claimTry(userId: string, at: Date): Promise<boolean> {
  const forgotten = new Date(at.getTime() - FORGOTTEN_AFTER_MS);
  const claimed = await db.$executeRaw`
    UPDATE "User" SET
      "failedTries" = CASE WHEN "lockedUntil" < ${forgotten} THEN 1 ELSE "failedTries" + 1 END,
      "lockedUntil" = CASE WHEN "lockedUntil" < ${forgotten} OR "failedTries" + 1 < ${FREE_FAILURES} THEN NULL
        ELSE ${at}::timestamptz
          + least(power(2, least("failedTries" + 1 - ${FREE_FAILURES}, 10)), ${MAX_DELAY_MINUTES}) * interval '1 minute' END
    WHERE "id" = ${userId}::uuid AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${at})`;
  return claimed === 1;
}

/** A code serves once, whoever sends it twice at the same time (RFC 6238 §5.2). */
async function spendCode(user: { id: string; totpSecret: string | null }, code: string | null, at: Date) {
  if (!user.totpSecret) return true;
  const step = acceptedStep(user.totpSecret, code ?? "", at);
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** One refusal for every reason, so that none of them tells which accounts exist, are disabled, or must wait. */
export async function verifyCredentials(
  { email, password, code }: Credentials,
  at: Date,
): Promise<Result<{ userId: string }, "refused">> {
  const user = await db.user.findUnique({
    where: { email: emailKey(email) },
    select: { id: true, passwordHash: true, totpSecret: true, disabledAt: true },
  });
  const heard = user !== null && user.disabledAt === null && (await claimTry(user.id, at));
  const right = await isPassword(password, heard ? user.passwordHash : null);
  if (!heard || !right || !(await spendCode(user, code, at))) {
    log().warn({ userId: user?.id, heard }, "sign-in refused");
    return { ok: false, reason: "refused" };
  }
  await db.user.update({ where: { id: user.id }, data: { failedTries: 0, lockedUntil: null } });
  return { ok: true, userId: user.id };
}
