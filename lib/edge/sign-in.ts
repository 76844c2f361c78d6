import { cookies, headers } from "next/headers";
import { closeSession, openSession } from "#lib/auth/session-mutations";
import { currentToken } from "#lib/edge/session";
import { sessionCookie } from "#lib/edge/session-cookie";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

/** In place of the session that this browser may hold. Only in an action: it sets the cookie. */
export async function signInBrowser(userId: string): Promise<void> {
  await closeSession(await currentToken(), now());
  const { token, expiresAt } = await openSession(db, { userId, userAgent: (await headers()).get("user-agent") }, now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

export async function signOutBrowser(): Promise<void> {
  await closeSession(await currentToken(), now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
