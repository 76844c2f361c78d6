import { SESSION_LIFE_MS } from "#lib/auth/rules";
import { db, type Transaction } from "#lib/platform/db";
import { isToken, newToken, tokenHash } from "#lib/platform/tokens";

const USER_AGENT_LENGTH = 300;

export type OpenedSession = { token: string; expiresAt: Date };

/** With a token that was never used before, kept nowhere else than in the person's cookie. Ended ones are swept. */
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

/** Notes that the password or a code was given again. */
export async function proveSession(token: unknown, at: Date): Promise<void> {
  if (!isToken(token)) return;
  await db.userSession.updateMany({ where: { tokenHash: tokenHash(token) }, data: { provenAt: at } });
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
