import { deviceWords } from "#lib/accounts/devices";
import type { Colleague, NamedCentre, OwnAccount, PendingInvitation } from "#lib/accounts/schema";
import type { Account, Administrator } from "#lib/auth/editor";
import { usableInvitations } from "#lib/auth/invitation-queries";
import { IDLE_LIFE_MS } from "#lib/auth/rules";
import { sessionKey } from "#lib/auth/session-queries";
import { db } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";

const openAt = (at: Date) => ({ expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - IDLE_LIFE_MS) } });

/** @param key of the session that asks */
export async function findOwnAccount({ userId }: Account, key: string, at: Date): Promise<OwnAccount | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      role: true,
      totpSecret: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      sessions: { where: openAt(at), orderBy: [{ lastSeenAt: "desc" }, { tokenHash: "asc" }] },
    },
  });
  if (!user) return null;
  const { name, email, role, totpSecret, _count, sessions } = user;
  return {
    name,
    email,
    role,
    hasSecondFactor: totpSecret !== null,
    codesLeft: _count.recoveryCodes,
    sessions: sessions.map(({ tokenHash, createdAt, lastSeenAt, userAgent }) => ({
      key: sessionKey(tokenHash),
      device: deviceWords(userAgent),
      createdAt,
      lastSeenAt,
      current: sessionKey(tokenHash) === key,
    })),
  };
}

/** Everybody who has an account, the disabled ones last. */
export async function listColleagues({ userId }: Administrator, at: Date): Promise<Colleague[]> {
  const users = await db.user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      centre: { select: { id: true, name: true } },
      disabledAt: true,
      totpSecret: true,
      sessions: { where: openAt(at), select: { lastSeenAt: true } },
    },
  });
  const colleagues = users.map(({ totpSecret, sessions, ...user }) => ({
    ...user,
    hasSecondFactor: totpSecret !== null,
    lastSeenAt: sessions.map(({ lastSeenAt }) => lastSeenAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
    sessions: sessions.length,
    own: user.id === userId,
  }));
  const [enabled, disabled] = [colleagues.filter((one) => !one.disabledAt), colleagues.filter((one) => one.disabledAt)];
  return [enabled, disabled].flatMap((some) => inFrenchOrder(some, ({ name }) => name));
}

export async function listInvitations(_administrator: Administrator, at: Date): Promise<PendingInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { ...usableInvitations(at), email: { not: null } },
    orderBy: [{ createdAt: "desc" }, { tokenHash: "asc" }],
    include: { centre: { select: { name: true } } },
  });
  return rows.map(({ tokenHash, email, role, centre, expiresAt }) => ({
    key: sessionKey(tokenHash),
    email: email ?? "",
    role,
    centre: centre?.name ?? null,
    expiresAt,
  }));
}

/** Those that a partner may belong to: public once, so that they are never deleted. */
export const listCentresOfPartners = (_administrator: Administrator, at: Date): Promise<NamedCentre[]> =>
  db.centre.findMany({
    where: { publishedAt: { lte: at } },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { id: true, name: true },
  });
