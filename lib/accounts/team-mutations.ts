import { writeToAccount } from "#lib/accounts/message-mutations";
import { recordAudit } from "#lib/audit/mutations";
import type { Administrator } from "#lib/auth/editor";
import { usableInvitations } from "#lib/auth/invitation-queries";
import { GRACE_MS, INVITATION_LIFE_MS } from "#lib/auth/rules";
import { sessionKey } from "#lib/auth/session-queries";
import { formatTimestamp } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { newToken, tokenHash } from "#lib/platform/tokens";
import type { Role } from "#prisma/enums";

/** What somebody may do, and where: a partner has a centre, and nobody else. */
type Place = { role: Role; centreId?: string | null };

/** A centre that was public is never deleted: its partners always have one. */
const isPlace = async (tx: Transaction, { role, centreId }: Place, at: Date): Promise<boolean> =>
  role === "partner"
    ? Boolean(centreId && (await tx.centre.count({ where: { id: centreId, publishedAt: { lte: at } } })))
    : !centreId;

/** Nobody chooses the password of somebody else. @returns « email-taken » when the address has an account */
export async function inviteColleague(
  administrator: Administrator,
  { email, role, centreId = null }: Place & { email: string },
  at: Date,
): Promise<Result<object, "email-taken" | "no-centre">> {
  const to = emailKey(email);
  const token = newToken();
  const hash = tokenHash(token);
  const expiresAt = new Date(at.getTime() + INVITATION_LIFE_MS);
  await prepareQueue();
  return db.$transaction(async (tx) => {
    if (await tx.user.count({ where: { email: to } })) return { ok: false, reason: "email-taken" };
    if (!(await isPlace(tx, { role, centreId }, at))) return { ok: false, reason: "no-centre" };
    await tx.invitation.updateMany({ where: { ...usableInvitations(at), email: to }, data: { expiresAt: at } });
    const invitedBy = administrator.userId;
    const data = { tokenHash: hash, email: to, role, centreId, invitedBy, createdAt: at, expiresAt };
    await tx.invitation.create({ data });
    const welcomeUrl = absolute(env().SITE_URL, paths.welcome(token));
    const variables = { who: administrator.name, deadline: formatTimestamp(expiresAt), welcomeUrl };
    await writeToAccount(tx, { kind: "account-invitation", to, variables, staleAt: expiresAt }, at);
    const told = { action: "user.invite", noun: "invitation", target: sessionKey(hash), details: { role } };
    await recordAudit(tx, administrator, { ...told, at });
    return { ok: true };
  });
}

export const withdrawInvitation = (administrator: Administrator, key: string, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const where = { tokenHash: Buffer.from(key, "base64url"), ...usableInvitations(at) };
    const { count } = await tx.invitation.updateMany({ where, data: { expiresAt: at } });
    if (count) await recordAudit(tx, administrator, { action: "user.uninvite", noun: "invitation", target: key, at });
    return count > 0;
  });

export type AccountRefusal = "own" | "unknown" | "overtaken" | "no-centre";
type Acted = Result<object, AccountRefusal>;

/**
 * One change of accounts at a time, under the lock of who may make them: two administrators who disable each other at the
 * same time leave one.
 */
async function onColleague(
  administrator: Administrator,
  userId: string,
  act: (tx: Transaction) => Promise<Acted>,
): Promise<Acted> {
  if (administrator.userId === userId) return { ok: false, reason: "own" };
  return db.$transaction(async (tx) => {
    const able = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "role" = 'administrator' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
    if (!able.some(({ id }) => id === administrator.userId)) return { ok: false, reason: "overtaken" };
    if (!(await tx.user.count({ where: { id: userId } }))) return { ok: false, reason: "unknown" };
    return act(tx);
  });
}

const record = (tx: Transaction, administrator: Administrator, action: string, target: string, at: Date) =>
  recordAudit(tx, administrator, { action, noun: "user", target, at });

/**
 * Sessions go on with the new role, or centre.
 * @returns « own » for one's own, « overtaken » when who acts may not any more, « no-centre » when that of a partner is gone
 */
export const changeRole = (
  administrator: Administrator,
  userId: string,
  { role, centreId = null }: Place,
  at: Date,
): Promise<Acted> =>
  onColleague(administrator, userId, async (tx) => {
    if (!(await isPlace(tx, { role, centreId }, at))) return { ok: false, reason: "no-centre" };
    const { role: former } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } });
    const secondFactorDueAt = new Date(at.getTime() + GRACE_MS);
    await tx.user.update({ where: { id: userId }, data: { role, centreId, secondFactorDueAt } });
    const details = { former, role, ...(centreId && { centre: centreId }) };
    await recordAudit(tx, administrator, { action: "user.role", noun: "user", target: userId, details, at });
    return { ok: true };
  });

/** A trigger closes the sessions. @returns as `changeRole` */
export const setDisabled = (
  administrator: Administrator,
  userId: string,
  disabled: boolean,
  at: Date,
): Promise<Acted> =>
  onColleague(administrator, userId, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { disabledAt: disabled ? at : null } });
    await record(tx, administrator, disabled ? "user.disable" : "user.enable", userId, at);
    return { ok: true };
  });

/** @returns as `changeRole` */
export const closeSessionsOf = (administrator: Administrator, userId: string, at: Date): Promise<Acted> =>
  onColleague(administrator, userId, async (tx) => {
    await tx.userSession.deleteMany({ where: { userId } });
    await record(tx, administrator, "session.revoke", userId, at);
    return { ok: true };
  });

/**
 * For a lost phone: it takes two people, and both are told. An administrator sets another up before anything else.
 * @returns as `changeRole`
 */
export async function removeSecondFactor(administrator: Administrator, userId: string, at: Date): Promise<Acted> {
  await prepareQueue();
  return onColleague(administrator, userId, async (tx) => {
    const both = await tx.user.findMany({
      where: { id: { in: [userId, administrator.userId] } },
      select: { id: true, name: true, email: true },
    });
    const whose = both.find(({ id }) => id === userId)?.name ?? "";
    await tx.user.update({
      where: { id: userId },
      data: { totpSecret: null, secondFactorDueAt: at, failedTries: 0, lockedUntil: null },
    });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.userSession.deleteMany({ where: { userId } });
    await record(tx, administrator, "user.second-factor-removed", userId, at);
    const told = { when: formatTimestamp(at), who: administrator.name, whose };
    for (const { name, email: to } of both)
      await writeToAccount(tx, { kind: "account-second-factor-removed", to, variables: { name, ...told } }, at);
    return { ok: true };
  });
}
