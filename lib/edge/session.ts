import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Editor } from "#lib/auth/editor";
import { type CurrentSession, closeSession, findSession, keepSession, openSession } from "#lib/auth/session-store";
import { ASKED } from "#lib/edge/front/request";
import { signInUrl } from "#lib/edge/return-path";
import { sessionCookie } from "#lib/edge/session-cookie";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";

const currentToken = async () => (await cookies()).get(sessionCookie().name)?.value;

/** Who is behind this request, if anyone; being there keeps the session from going idle. */
export async function currentSession(): Promise<CurrentSession | null> {
  const token = await currentToken();
  const session = await findSession(token, now());
  if (session && token) await keepSession(token, now());
  return session;
}

/** The person behind this request, for actions that would rather answer than send to the sign-in page. */
export const currentEditor = async (): Promise<Editor | null> => (await currentSession())?.editor ?? null;

/**
 * The person behind this request; anyone else is sent to the sign-in page, and from there back here. Called by every
 * page, action and route.
 */
export async function requireEditor(): Promise<Editor> {
  return (await currentEditor()) ?? redirect(signInUrl((await headers()).get(ASKED)));
}

/** As `requireEditor`, for what only administrators may do; an editor is sent back to the dashboard. */
export async function requireAdministrator(): Promise<Editor> {
  const editor = await requireEditor();
  return editor.role === "administrator" ? editor : redirect(paths.admin());
}

/** Opens a session for this browser in place of the one that it may hold. Only in an action: it sets the cookie. */
export async function signInBrowser(userId: string): Promise<void> {
  await closeSession(await currentToken(), now());
  const { token, expiresAt } = await openSession(db, { userId, userAgent: (await headers()).get("user-agent") }, now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

/** Ends the session of this browser. Only in an action. */
export async function signOutBrowser(): Promise<void> {
  await closeSession(await currentToken(), now());
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
