import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { keepSession } from "#lib/auth/activity-mutations";
import type { Editor } from "#lib/auth/editor";
import { type CurrentSession, findSession } from "#lib/auth/session-queries";
import { ASKED } from "#lib/edge/front/request";
import { signInUrl } from "#lib/edge/return-path";
import { sessionCookie } from "#lib/edge/session-cookie";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const currentToken = async () => (await cookies()).get(sessionCookie().name)?.value;

/** Who is behind this request, if anyone; being there keeps the session from going idle. */
export async function currentSession(): Promise<CurrentSession | null> {
  const token = await currentToken();
  const session = await findSession(token, now());
  if (session && token) await keepSession(token, now());
  return session;
}

/** The person behind this request, for actions that would rather answer than send to the sign-in page. */
export const currentEditor = async (): Promise<Editor | null> => (await currentSession())?.editor ?? null;

/** The person behind this request; anyone else is sent to the sign-in page, and from there back here. */
export async function requireEditor(): Promise<Editor> {
  return (await currentEditor()) ?? redirect(signInUrl((await headers()).get(ASKED)));
}

/** As `requireEditor`, for what only administrators may do; an editor is sent back to the dashboard. */
export async function requireAdministrator(): Promise<Editor> {
  const editor = await requireEditor();
  return editor.role === "administrator" ? editor : redirect(paths.admin());
}
