import { isPassword, TooManyPasswords } from "#lib/auth/passwords";
import { acceptedStep } from "#lib/auth/totp";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";

export type Credentials = { email: string; password: string; code: string | null };

/** Wrong codes in a row that cost nothing; after them each one doubles the delay before the next is read. */
const FREE_FAILURES = 5;
const MAX_DELAY_MINUTES = 30;
/** A day without a try, and the count begins anew. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Counts a code before it is read, unless the account is waiting. Only who knows the password gets here. */
async function claimCode(userId: string, at: Date): Promise<boolean> {
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
  if (!(await claimCode(user.id, at))) return false;
  const step = acceptedStep(user.totpSecret, code ?? "", at);
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step, failedTries: 0, lockedUntil: null },
  });
  return count === 1;
}

/** One refusal for every reason: none tells which accounts exist or are disabled. Tries are counted before (`claimTry`). */
export async function verifyCredentials(
  { email, password, code }: Credentials,
  at: Date,
): Promise<Result<{ userId: string }, "refused" | "busy">> {
  const user = await db.user.findUnique({
    where: { email: emailKey(email) },
    select: { id: true, passwordHash: true, totpSecret: true, disabledAt: true },
  });
  const known = user?.disabledAt === null ? user : null;
  const right = await isPassword(password, known?.passwordHash ?? null).catch((error: unknown) => {
    if (error instanceof TooManyPasswords) return null;
    throw error;
  });
  if (right === null) return { ok: false, reason: "busy" };
  if (!known || !right || !(await spendCode(known, code, at))) {
    log().warn({ userId: user?.id }, "sign-in refused");
    return { ok: false, reason: "refused" };
  }
  return { ok: true, userId: known.id };
}
