import { cookies, headers } from "next/headers";
import { issueFormToken } from "#lib/abuse/form-token";
import { STEP_LIFE_MS } from "#lib/auth/rules";
import { issueSecondStep } from "#lib/auth/second-step-queries";
import { closeSession, openSession } from "#lib/auth/session-mutations";
import { currentToken } from "#lib/edge/session";
import { sessionCookie, stepCookie } from "#lib/edge/session-cookie";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";

/**
 * In place of the session that this browser may hold. Only in an action: it sets the cookie.
 * @returns the sign-in page, which passes on whoever brings the cookie, and tells the others that it was refused
 */
export async function signInBrowser(userId: string, back: string | null): Promise<string> {
  await closeSession(await currentToken(), now());
  const { token, expiresAt } = await openSession(db, { userId, userAgent: (await headers()).get("user-agent") }, now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
  return paths.signIn({ retour: back ?? undefined, essai: issueFormToken(now()) });
}

/** What the sign-in page leads to when the password is not enough. Only in an action: it sets a cookie. */
export async function awaitCode(userId: string, back: string | null): Promise<string> {
  const { name, options } = stepCookie();
  (await cookies()).set(name, await issueSecondStep(userId, now()), { ...options, maxAge: STEP_LIFE_MS / 1000 });
  return paths.signInStep("code", { retour: back ?? undefined });
}

export async function endStep(): Promise<void> {
  const { name, options } = stepCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

export async function signOutBrowser(): Promise<void> {
  await closeSession(await currentToken(), now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
