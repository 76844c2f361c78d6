import { networkName } from "#lib/abuse/address";
import { addToEach, windowOf } from "#lib/abuse/counter-mutations";
import { keyed } from "#lib/abuse/secret";
import { claimAccountLink, createAccountLink, endAccountLinks } from "#lib/accounts/link-mutations";
import { writeToAccount } from "#lib/accounts/message-mutations";
import { ACCOUNT_KINDS } from "#lib/accounts/schema";
import { hashPassword } from "#lib/auth/passwords";
import { MOST_LINKS } from "#lib/auth/rules";
import { formatTimestamp } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { isToken } from "#lib/platform/tokens";

const HOUR_MS = 3_600_000;
const MAILS_KEPT_MS = 30 * 24 * HOUR_MS;
const COUNTERS = { address: "link-address", network: "link-network" } as const;

/** Counted alike whether the address has an account or none. */
async function isTooOften(key: string, clientAddress: string | null, at: Date): Promise<boolean> {
  const name = keyed("link recipient", key).toString("base64url");
  const counts = await addToEach(
    [
      { name: COUNTERS.address, key: windowOf(name, HOUR_MS, at), points: 1, lifeMs: HOUR_MS },
      ...(clientAddress === null
        ? []
        : [
            {
              name: COUNTERS.network,
              key: windowOf(networkName(clientAddress, at), HOUR_MS, at),
              points: 1,
              lifeMs: HOUR_MS,
            },
          ]),
    ],
    at,
  );
  const over = (counter: keyof typeof COUNTERS) => (counts.get(COUNTERS[counter]) ?? 0) > MOST_LINKS[counter];
  return over("address") || over("network");
}

/** Writes to the owner of an address, if there is one: whoever asks is told nothing of it. */
export async function askPasswordLink(email: string, clientAddress: string | null, at: Date): Promise<void> {
  const key = emailKey(email);
  if (await isTooOften(key, clientAddress, at)) return;
  await prepareQueue();
  await db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email: key, disabledAt: null }, select: { id: true, name: true } });
    if (!user) return;
    const { token, expiresAt } = await createAccountLink(tx, { userId: user.id, purpose: "password" }, at);
    const passwordUrl = absolute(env().SITE_URL, paths.signInStep(`mot-de-passe/${token}`));
    const variables = { name: user.name, passwordUrl };
    await writeToAccount(tx, { kind: "account-password-link", to: key, variables, staleAt: expiresAt }, at);
    await tx.auditEntry.create({ data: { at, action: "user.password-link", noun: "user", target: user.id } });
  });
}

/** Ends the sessions of the account, by a trigger, and the links that would set another; its owner is told. */
export async function setPassword(tx: Transaction, userId: string, passwordHash: string, at: Date): Promise<void> {
  const { email, name } = await tx.user.update({
    where: { id: userId },
    data: { passwordHash },
    select: { email: true, name: true },
  });
  await endAccountLinks(tx, userId, "password", at);
  await tx.auditEntry.create({ data: { at, userId, action: "user.password", noun: "user", target: userId } });
  const forgottenUrl = absolute(env().SITE_URL, paths.signInStep("mot-de-passe-oublie"));
  const variables = { name, when: formatTimestamp(at), forgottenUrl };
  await writeToAccount(tx, { kind: "account-password-changed", to: email, variables }, at);
}

/**
 * The password was judged by `refusedPassword`. Nobody is signed in: the second factor is still asked.
 * @returns « unclaimed » when the link is unknown, used or expired, or its account disabled
 */
export async function changePasswordByLink(
  token: string,
  password: string,
  at: Date,
): Promise<Result<object, "unclaimed">> {
  if (!isToken(token)) return { ok: false, reason: "unclaimed" };
  const passwordHash = await hashPassword(password);
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const claimed = await claimAccountLink(tx, token, "password", at);
    if (!claimed) return { ok: false, reason: "unclaimed" };
    await setPassword(tx, claimed.userId, passwordHash, at);
    return { ok: true };
  });
}

/** Links that open nothing any more, and messages that nobody reads again. */
export async function forgetOldAccountMatters(at: Date): Promise<void> {
  await db.accountLink.deleteMany({ where: { expiresAt: { lte: at } } });
  const createdAt = { lte: new Date(at.getTime() - MAILS_KEPT_MS) };
  await db.outgoingMail.deleteMany({
    where: { kind: { in: [...ACCOUNT_KINDS] }, status: { not: "queued" }, createdAt },
  });
}
