import { recordAudit } from "#lib/audit/mutations";
import type { Account } from "#lib/auth/editor";
import { type Enrolling, offeredCodes, offeredSecret } from "#lib/auth/enrolment";
import { recoveryCodeHash } from "#lib/auth/recovery-codes";
import { seal } from "#lib/auth/sealing";
import { acceptedStep } from "#lib/auth/totp";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

export async function replaceCodes(tx: Transaction, userId: string, codes: readonly string[], at: Date): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const rows = codes.map((code) => ({ userId, codeHash: recoveryCodeHash(code), createdAt: at }));
  await tx.recoveryCode.createMany({ data: rows });
}

/**
 * Keeps what was offered once a code shows that the phone has it; a former phone and its recovery codes open nothing any
 * more. That code is spent.
 * @returns « wrong-code » when the phone shows another, « stale » when it was set up meanwhile
 */
export async function setUpSecondFactor(
  account: Account,
  enrolling: Enrolling,
  code: string,
  at: Date,
): Promise<Result<object, "wrong-code" | "stale">> {
  const secret = offeredSecret(enrolling);
  const step = acceptedStep(secret, code, at);
  if (step === null) return { ok: false, reason: "wrong-code" };
  const { userId } = account;
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpLastStep: enrolling.lastStep },
      data: { totpSecret: seal(secret, userId), totpLastStep: step, failedTries: 0, lockedUntil: null },
    });
    if (count === 0) return { ok: false, reason: "stale" };
    await replaceCodes(tx, userId, offeredCodes(enrolling), at);
    await recordAudit(tx, account, { action: "user.second-factor", noun: "user", target: userId, at });
    return { ok: true };
  });
}
