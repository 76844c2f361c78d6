import { type Viewer, viewerOf } from "#lib/auth/editor";
import { IDLE_LIFE_MS } from "#lib/auth/rules";
import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";

export type CurrentSession = { viewer: Viewer; email: string; expiresAt: Date };

/** Read in the database: a closed session, a disabled account or a changed role count at once. */
export async function findSession(token: unknown, at: Date): Promise<CurrentSession | null> {
  if (!isToken(token)) return null;
  const session = await db.userSession.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      expiresAt: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, email: true, role: true, disabledAt: true } },
    },
  });
  if (!session || session.user.disabledAt || session.expiresAt <= at) return null;
  if (at.getTime() - session.lastSeenAt.getTime() >= IDLE_LIFE_MS) return null;
  const { id: userId, name, email, role } = session.user;
  return { viewer: viewerOf({ userId, name, role }), email, expiresAt: session.expiresAt };
}
