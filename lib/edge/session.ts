import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { keepSession } from "#lib/auth/activity-mutations";
import { type Administrator, asAdministrator, asEditor, type Editor, type Viewer } from "#lib/auth/editor";
import { READ_ONLY, SESSION_ENDED } from "#lib/auth/labels";
import { type CurrentSession, findSession } from "#lib/auth/session-queries";
import { Refused } from "#lib/edge/form-outcome";
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

/** Who may see the back office, if it is they; for what answers by itself rather than lead to the sign-in page. */
export const currentViewer = async (): Promise<Viewer | null> => (await currentSession())?.viewer ?? null;

/** The person behind this request; anyone else is sent to the sign-in page, and from there back here. */
export async function requireViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(signInUrl((await headers()).get(ASKED)));
}

/** As `requireViewer`, for what changes something; who only reads is sent back to the dashboard. */
export async function requireEditor(): Promise<Editor> {
  return asEditor(await requireViewer()) ?? redirect(paths.admin());
}

/** As `requireViewer`, for what only administrators may do; the others are sent back to the dashboard. */
export async function requireAdministrator(): Promise<Administrator> {
  return asAdministrator(await requireViewer()) ?? redirect(paths.admin());
}

/**
 * For actions that would rather answer, with what was typed, than send elsewhere.
 * @throws Refused when the session has ended, or the role may not write
 */
export async function currentEditor(): Promise<Editor> {
  const viewer = await currentViewer();
  if (!viewer) throw new Refused(SESSION_ENDED);
  const editor = asEditor(viewer);
  if (!editor) throw new Refused(READ_ONLY);
  return editor;
}
