import { isPassword, TooManyPasswords } from "#lib/auth/passwords";
import { isRecoveryCode, recoveryCodeHash } from "#lib/auth/recovery-codes";
import { unseal } from "#lib/auth/sealing";
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
async function spendTotp(userId: string, secret: string, code: string, at: Date): Promise<boolean> {
  if (!(await claimCode(userId, at))) return false;
  const step = acceptedStep(secret, code, at);
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step, failedTries: 0, lockedUntil: null },
  });
  return count === 1;
}

/** Never slowed: whoever knows the password and tries codes without end must not keep the owner out. */
async function spendRecoveryCode(userId: string, code: string, at: Date): Promise<boolean> {
  const unused = { userId, codeHash: recoveryCodeHash(code), usedAt: null };
  return db.$transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({ where: unused, data: { usedAt: at } });
    if (count !== 1) return false;
    await tx.user.update({ where: { id: userId }, data: { failedTries: 0, lockedUntil: null } });
    await tx.auditEntry.create({ data: { at, userId, action: "user.recovery-code", noun: "user", target: userId } });
    return true;
  });
}

type Factors = { id: string; totpSecret: string | null };

async function spendCode({ id, totpSecret }: Factors, code: string | null, at: Date): Promise<boolean> {
  if (totpSecret === null) return true;
  if (code && isRecoveryCode(code)) return spendRecoveryCode(id, code, at);
  const secret = unseal(totpSecret, id);
  if (secret === null) log().error({ userId: id }, "a second factor was sealed under another SESSION_SECRET");
  return secret !== null && spendTotp(id, secret, code ?? "", at);
}

type Checked = Result<{ user: Factors }, "refused" | "busy">;

/** One refusal for every reason: none tells which accounts exist or are disabled. Tries are counted before (`claimTry`). */
async function checkPassword({ email, password }: Pick<Credentials, "email" | "password">): Promise<Checked> {
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
  if (known && right) return { ok: true, user: known };
  log().warn({ userId: user?.id }, "sign-in refused");
  return { ok: false, reason: "refused" };
}

/** The first step alone: with `asksCode`, nothing is open yet. Refused and busy as for both. */
export async function verifyPassword(
  credentials: Pick<Credentials, "email" | "password">,
): Promise<Result<{ userId: string; asksCode: boolean }, "refused" | "busy">> {
  const outcome = await checkPassword(credentials);
  if (!outcome.ok) return outcome;
  return { ok: true, userId: outcome.user.id, asksCode: outcome.user.totpSecret !== null };
}

/** The second step: six digits, or a recovery code. Refused when it is wrong, used, or not read yet after wrong ones. */
export async function verifyCode(userId: string, code: string, at: Date): Promise<Result<object, "refused">> {
  const user = await db.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { id: true, totpSecret: true },
  });
  if (user?.totpSecret && (await spendCode(user, code, at))) return { ok: true };
  log().warn({ userId }, "code refused");
  return { ok: false, reason: "refused" };
}

/** Both steps at once. Refused for every reason alike, busy when too many passwords are being checked. */
export async function verifyCredentials(
  { code, ...credentials }: Credentials,
  at: Date,
): Promise<Result<{ userId: string }, "refused" | "busy">> {
  const outcome = await checkPassword(credentials);
  if (!outcome.ok) return outcome;
  const { user } = outcome;
  return (await spendCode(user, code, at)) ? { ok: true, userId: user.id } : { ok: false, reason: "refused" };
}
