"use server";

import { signInForm } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import { requestHeaders } from "#lib/edge/request-headers";
import { safeReturnPath } from "#lib/edge/return-path";
import { signInBrowser } from "#lib/edge/sign-in";
import { checkSignIn } from "#lib/edge/sign-in-guard";
import { now } from "#lib/platform/clock";

export const signIn = formAction({
  schema: signInForm,
  secrets: ["password", "code"],
  run: async ({ retour, email, password, code, ...posted }) => {
    const outcome = await checkSignIn({ email, password, code }, posted, await requestHeaders(), now());
    if (!outcome.ok) return outcome;
    return { ok: true, redirectTo: await signInBrowser(outcome.userId, safeReturnPath(retour)) };
  },
});
