import { db } from "#lib/platform/db";
import { tokenHash } from "#lib/platform/tokens";

/** Writes down that a session is in use: at each request, since two hours without one are what ends it. */
export async function keepSession(token: string, at: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { tokenHash: tokenHash(token), lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  });
}
