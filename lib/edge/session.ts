import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { keepSession } from "#lib/auth/activity-mutations";
import {
  type Account,
  type Administrator,
  asAdministrator,
  asEditor,
  asPartner,
  asViewer,
  type Editor,
  type Partner,
  type Viewer,
} from "#lib/auth/editor";
import { PARTNER_ONLY, READ_ONLY, SESSION_ENDED, SET_UP_FIRST } from "#lib/auth/labels";
import { isProven } from "#lib/auth/rules";
import { findSecondStep } from "#lib/auth/second-step-queries";
import { type CurrentSession, findSession } from "#lib/auth/session-queries";
import { Refused } from "#lib/edge/form-outcome";
import { ASKED } from "#lib/edge/front/request";
import { identityUrl, signInUrl } from "#lib/edge/return-path";
import { sessionCookie, stepCookie } from "#lib/edge/session-cookie";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const currentToken = async () => (await cookies()).get(sessionCookie().name)?.value;

/** Whose code is awaited, between the two steps of a sign-in. */
export const currentStep = async () => findSecondStep((await cookies()).get(stepCookie().name)?.value, now());

/** Who is behind this request, if anyone; being there keeps the session from going idle. */
export async function currentSession(): Promise<CurrentSession | null> {
  const token = await currentToken();
  const session = await findSession(token, now());
  if (session && token) await keepSession(token, now());
  return session;
}

const asked = async () => (await headers()).get(ASKED);

const mustSetUp = ({ secondFactorDue }: CurrentSession) => secondFactorDue !== null && secondFactorDue <= now();

/** The session of who is signed in with what their role asks for, for what answers by itself rather than lead to the sign-in page. */
export async function settledSession(): Promise<CurrentSession | null> {
  const session = await currentSession();
  return session && !mustSetUp(session) ? session : null;
}

export const currentViewer = async (): Promise<Viewer | null> => {
  const session = await settledSession();
  return session && asViewer(session.account);
};

/** The session behind this request, second factor or not; anyone else is sent to the sign-in page, and from there back here. */
export async function requireAccount(): Promise<CurrentSession> {
  return (await currentSession()) ?? redirect(signInUrl(await asked()));
}

/** The same, of who has the second factor that their role asks for; the others are led to set it up. */
export async function requireSession(): Promise<CurrentSession> {
  const session = await requireAccount();
  return mustSetUp(session) ? redirect(paths.adminEdit("mon-compte", "second-facteur")) : session;
}

/** As `requireSession`, for what the whole team sees; a partner is sent back to their centre. */
export async function requireViewer(): Promise<Viewer> {
  return asViewer((await requireSession()).account) ?? redirect(paths.ownCentre());
}

/** As `requireSession`, for what a partner may see; the others are sent back to the dashboard. */
export async function requirePartner(): Promise<Partner> {
  return asPartner((await requireSession()).account) ?? redirect(paths.admin());
}

/** As `requireViewer`, for what changes something; who only reads is sent back to the dashboard. */
export async function requireEditor(): Promise<Editor> {
  return asEditor(await requireViewer()) ?? redirect(paths.admin());
}

/** As `requireViewer`, for what only administrators may do; the others are sent back to the dashboard. */
export async function requireAdministrator(): Promise<Administrator> {
  return asAdministrator(await requireViewer()) ?? redirect(paths.admin());
}

/** As `requireSession`, of who showed lately who they are; the others are asked again, then come back here. */
export async function requireProven(): Promise<CurrentSession> {
  const session = await requireSession();
  return isProven(session.provenAt, now()) ? session : redirect(identityUrl(await asked()));
}

/** As `requireAdministrator`, of who showed lately who they are. */
export async function provenAdministrator(): Promise<Administrator> {
  return asAdministrator((await requireProven()).account) ?? redirect(paths.admin());
}

/**
 * For actions that would rather answer, with what was typed, than send elsewhere.
 * @throws Refused when the session has ended, the role may not write, or a second factor must be set up first
 */
export async function currentEditor(): Promise<Editor> {
  const account = await currentAccount();
  const editor = asEditor(account);
  if (!editor) throw new Refused(asPartner(account) ? PARTNER_ONLY : READ_ONLY);
  return editor;
}

/** The same, for what a partner writes; who belongs to no centre is sent back to the dashboard. */
export const currentPartner = async (): Promise<Partner> =>
  asPartner(await currentAccount()) ?? redirect(paths.admin());

async function currentAccount(): Promise<Account> {
  const session = await currentSession();
  if (!session) throw new Refused(SESSION_ENDED);
  if (mustSetUp(session)) throw new Refused(SET_UP_FIRST);
  return session.account;
}
