import { db } from "#lib/platform/db";
import { tokenHash } from "#lib/platform/tokens";

const SEEN_EVERY_MS = 60_000;

/** Writes down that a session is in use, at most once a minute. */
export async function keepSession(token: string, at: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { tokenHash: tokenHash(token), lastSeenAt: { lt: new Date(at.getTime() - SEEN_EVERY_MS) } },
    data: { lastSeenAt: at },
  });
}
