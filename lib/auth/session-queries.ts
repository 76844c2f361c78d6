import { secondFactorDue } from "#lib/auth/abilities";
import { type Account, accountOf } from "#lib/auth/editor";
import { IDLE_LIFE_MS } from "#lib/auth/rules";
import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";

export type CurrentSession = {
  account: Account;
  email: string;
  expiresAt: Date;
  /** Names it among those of its owner; opens nothing. */
  key: string;
  /** When the password or a code was last given. */
  provenAt: Date;
  /** From when a second factor must be set up; null when it is, or need not be. */
  secondFactorDue: Date | null;
  hasSecondFactor: boolean;
};

export const sessionKey = (hash: Uint8Array): string => Buffer.from(hash).toString("base64url");

/** Read in the database: a closed session, a disabled account or a changed role count at once. */
export async function findSession(token: unknown, at: Date): Promise<CurrentSession | null> {
  if (!isToken(token)) return null;
  const session = await db.userSession.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      tokenHash: true,
      createdAt: true,
      expiresAt: true,
      lastSeenAt: true,
      provenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          centreId: true,
          disabledAt: true,
          totpSecret: true,
          secondFactorDueAt: true,
          createdAt: true,
        },
      },
    },
  });
  if (!session || session.user.disabledAt || session.expiresAt <= at) return null;
  if (at.getTime() - session.lastSeenAt.getTime() >= IDLE_LIFE_MS) return null;
  const { id: userId, name, email, role, centreId } = session.user;
  return {
    account: accountOf({ userId, name, role, centreId }),
    email,
    expiresAt: session.expiresAt,
    key: sessionKey(session.tokenHash),
    provenAt: session.provenAt ?? session.createdAt,
    secondFactorDue: secondFactorDue(session.user),
    hasSecondFactor: session.user.totpSecret !== null,
  };
}
