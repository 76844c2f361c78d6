import { randomUUID as newUserId } from "node:crypto";
import { hashPassword } from "#lib/auth/passwords";
import { GRACE_MS } from "#lib/auth/rules";
import type { AccountInput } from "#lib/auth/schema";
import { seal } from "#lib/auth/sealing";
import { db, isDuplicate, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import type { Prisma } from "#prisma/client";
import type { Role } from "#prisma/enums";

/** Links that create the first account open nothing any more. */
async function insertAccount(tx: Transaction, data: Prisma.UserUncheckedCreateInput, at: Date): Promise<string> {
  const { id, role } = await tx.user.create({ data, select: { id: true, role: true } });
  if ((await tx.user.count()) === 1) {
    await tx.invitation.updateMany({ where: { usedAt: null, expiresAt: { gt: at } }, data: { expiresAt: at } });
  }
  await tx.auditEntry.create({
    data: { at, userId: id, action: "user.create", noun: "user", target: id, details: { role } },
  });
  return id;
}

/**
 * The password was judged by `refusedPassword`.
 * @param options.totpSecret base32; null leaves the second factor off
 * @param options.claim runs in the same transaction, first; the account is not made when it answers false
 */
export async function createAccount(
  input: AccountInput,
  options: {
    role: Role;
    centreId?: string | null;
    totpSecret?: string | null;
    claim?: (tx: Transaction) => Promise<boolean>;
  },
  at: Date,
): Promise<Result<{ userId: string }, "email-taken" | "unclaimed">> {
  // Slow on purpose, so done before anything is locked.
  const passwordHash = await hashPassword(input.password);
  const { email, name } = input;
  const { role, centreId = null, totpSecret } = options;
  const id = newUserId();
  const data = {
    id,
    email,
    name,
    passwordHash,
    role,
    centreId,
    totpSecret: totpSecret ? seal(totpSecret, id) : null,
    secondFactorDueAt: new Date(at.getTime() + GRACE_MS),
    createdAt: at,
  };
  try {
    return await db.$transaction(async (tx) => {
      if (options.claim && !(await options.claim(tx))) return { ok: false, reason: "unclaimed" };
      return { ok: true, userId: await insertAccount(tx, data, at) };
    });
  } catch (error) {
    if (isDuplicate(error)) return { ok: false, reason: "email-taken" };
    throw error;
  }
}
