"use server";

import { askEmailChange, changeOwnPassword, closeOwnSessions, rename } from "#lib/accounts/own-mutations";
import { emailForm, nameForm, passwordForm, sessionForm } from "#lib/accounts/schema";
import { refusedPassword } from "#lib/auth/password-rules";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { requestHeaders } from "#lib/edge/request-headers";
import { requireSession } from "#lib/edge/session";
import { signInBrowser } from "#lib/edge/sign-in";
import { checkPresentPassword } from "#lib/edge/sign-in-guard";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const NOT_PRESENT = "Ce n’est pas votre mot de passe actuel.";

const done = (fait: string): FormOutcome => ({ ok: true, redirectTo: paths.adminList("mon-compte", { fait }) });

export const saveName = formAction({
  guard: requireSession,
  schema: nameForm,
  run: async ({ name }, { account }) => {
    await rename(account, name, now());
    return done("mon-nom");
  },
});

export const changeEmail = formAction({
  guard: requireSession,
  schema: emailForm,
  secrets: ["emailPresent"],
  run: async ({ email, emailPresent, ...posted }, session) => {
    if (email === session.email) return { ok: false, fieldErrors: { email: "C’est déjà votre adresse." } };
    const refused = await checkPresentPassword(session.email, emailPresent, posted, await requestHeaders(), now());
    if (refused) return { ...refused, ...(refused.fieldErrors && { fieldErrors: { emailPresent: NOT_PRESENT } }) };
    await askEmailChange(session.account, email, now());
    return done("adresse-demandee");
  },
});

export const changePassword = formAction({
  guard: requireSession,
  schema: passwordForm,
  secrets: ["present", "password"],
  run: async ({ password, present, ...posted }, { account, email }) => {
    const problem = refusedPassword({ password, email, name: account.name });
    if (problem) return { ok: false, fieldErrors: { password: problem } };
    const refused = await checkPresentPassword(email, present, posted, await requestHeaders(), now());
    if (refused) return refused;
    await changeOwnPassword(account, password, now());
    return {
      ok: true,
      redirectTo: await signInBrowser(account.userId, paths.adminList("mon-compte", { fait: "mot-de-passe" })),
    };
  },
});

export const closeSession = formAction({
  guard: requireSession,
  schema: sessionForm,
  run: async ({ key }, { account }) => {
    await closeOwnSessions(account, { only: key }, now());
    return done("sessions");
  },
});

export const closeOthers = formAction({
  guard: requireSession,
  schema: sessionForm.pick({}),
  run: async (_, { account, key }) => {
    await closeOwnSessions(account, { but: key }, now());
    return done("sessions");
  },
});
