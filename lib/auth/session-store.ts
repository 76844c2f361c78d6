import { type Editor, editorOf } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { isToken, newToken, tokenHash } from "#lib/platform/tokens";

const MINUTE_MS = 60_000;
/** However active, a session ends after half a day; left alone, after two hours (ASVS 7.3). */
export const SESSION_LIFE_MS = 12 * 60 * MINUTE_MS;
const IDLE_LIFE_MS = 2 * 60 * MINUTE_MS;
/** How often being active is written down. */
const SEEN_EVERY_MS = MINUTE_MS;
const USER_AGENT_LENGTH = 300;

export type OpenedSession = { token: string; expiresAt: Date };
export type CurrentSession = { editor: Editor; email: string; expiresAt: Date };

/**
 * Opens a session, with a token that was never used before. Ended ones of the same person are swept.
 * @returns the token, which is kept nowhere else than in the person's cookie
 */
export async function openSession(
  client: Transaction,
  session: { userId: string; userAgent: string | null },
  at: Date,
): Promise<OpenedSession> {
  const token = newToken();
  const expiresAt = new Date(at.getTime() + SESSION_LIFE_MS);
  const { userId } = session;
  await client.userSession.deleteMany({ where: { userId, expiresAt: { lte: at } } });
  await client.userSession.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt,
      userAgent: session.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    },
  });
  await client.auditEntry.create({ data: { at, userId, action: "session.open", noun: "user", target: userId } });
  return { token, expiresAt };
}

/**
 * Who holds a session, read in the database: a closed one, a disabled account or a changed role count at once.
 * @returns null when the token is nobody's, or not any more
 */
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
  return { editor: editorOf({ userId, name, role }), email, expiresAt: session.expiresAt };
}

/** Writes down that a session is in use, at most once a minute. */
export async function keepSession(token: string, at: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { tokenHash: tokenHash(token), lastSeenAt: { lt: new Date(at.getTime() - SEEN_EVERY_MS) } },
    data: { lastSeenAt: at },
  });
}

/** Ends a session: its token, even copied beforehand, opens nothing any more. */
export async function closeSession(token: unknown, at: Date): Promise<void> {
  if (!isToken(token)) return;
  await db.$transaction(async (tx) => {
    const where = { tokenHash: tokenHash(token) };
    const session = await tx.userSession.findUnique({ where, select: { userId: true } });
    const { count } = await tx.userSession.deleteMany({ where });
    if (!session || count === 0) return;
    const { userId } = session;
    await tx.auditEntry.create({ data: { at, userId, action: "session.close", noun: "user", target: userId } });
  });
}
