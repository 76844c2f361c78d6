import { claimAccountLink, createAccountLink, endAccountLinks } from "#lib/accounts/link-mutations";
import { writeToAccount } from "#lib/accounts/message-mutations";
import { setPassword } from "#lib/accounts/recovery-mutations";
import { recordAudit } from "#lib/audit/mutations";
import type { Account } from "#lib/auth/editor";
import { hashPassword } from "#lib/auth/passwords";
import { formatTimestamp } from "#lib/platform/dates";
import { db, isDuplicate } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { isToken } from "#lib/platform/tokens";

const about = (userId: string, at: Date) => ({ noun: "user", target: userId, at });

export const rename = (account: Account, name: string, at: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: account.userId }, data: { name } });
    await recordAudit(tx, account, { action: "user.rename", ...about(account.userId, at) });
  });

/** The present password was checked. A trigger closes every session, this one too. */
export async function changeOwnPassword(account: Account, password: string, at: Date): Promise<void> {
  const passwordHash = await hashPassword(password);
  await prepareQueue();
  await db.$transaction((tx) => setPassword(tx, account.userId, passwordHash, at));
}

/** Writes to the new address, whoever has it: only its mailbox learns what becomes of it. The present password was checked. */
export async function askEmailChange(account: Account, email: string, at: Date): Promise<void> {
  const to = emailKey(email);
  await prepareQueue();
  await db.$transaction(async (tx) => {
    await endAccountLinks(tx, account.userId, "email", at);
    const link = { userId: account.userId, purpose: "email", email: to } as const;
    const { token, expiresAt } = await createAccountLink(tx, link, at);
    const variables = { name: account.name, emailUrl: absolute(env().SITE_URL, paths.signInStep(`adresse/${token}`)) };
    await writeToAccount(tx, { kind: "account-email-link", to, variables, staleAt: expiresAt }, at);
    await recordAudit(tx, account, { action: "user.email-link", ...about(account.userId, at) });
  });
}

/**
 * The former address is told, and its links set no password any more.
 * @returns « unclaimed » when the link is unknown, used or expired; « email-taken » when another account has the address
 */
export async function confirmEmail(
  token: string,
  at: Date,
): Promise<Result<{ email: string }, "unclaimed" | "email-taken">> {
  if (!isToken(token)) return { ok: false, reason: "unclaimed" };
  await prepareQueue();
  try {
    return await db.$transaction(async (tx) => {
      const claimed = await claimAccountLink(tx, token, "email", at);
      if (!claimed?.email) return { ok: false, reason: "unclaimed" };
      const { userId, email } = claimed;
      const former = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, name: true } });
      await tx.user.update({ where: { id: userId }, data: { email } });
      await endAccountLinks(tx, userId, "password", at);
      await tx.auditEntry.create({ data: { userId, action: "user.email", ...about(userId, at) } });
      const variables = { name: former.name, when: formatTimestamp(at), email };
      await writeToAccount(tx, { kind: "account-email-changed", to: former.email, variables }, at);
      return { ok: true, email };
    });
  } catch (error) {
    if (isDuplicate(error)) return { ok: false, reason: "email-taken" };
    throw error;
  }
}

/** @param keys of the sessions that end; those of others are left alone */
export const closeOwnSessions = (
  account: Account,
  keys: { only: string } | { but: string },
  at: Date,
): Promise<number> =>
  db.$transaction(async (tx) => {
    const hash = (key: string) => Buffer.from(key, "base64url");
    const tokenHash = "only" in keys ? hash(keys.only) : { not: hash(keys.but) };
    const { count } = await tx.userSession.deleteMany({ where: { userId: account.userId, tokenHash } });
    if (count)
      await recordAudit(tx, account, { action: "session.revoke", ...about(account.userId, at), details: { count } });
    return count;
  });
