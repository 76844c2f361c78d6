"use server";

import { signInForm } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import { requestHeaders } from "#lib/edge/request-headers";
import { safeReturnPath } from "#lib/edge/return-path";
import { awaitCode, signInBrowser } from "#lib/edge/sign-in";
import { checkPassword } from "#lib/edge/sign-in-guard";
import { now } from "#lib/platform/clock";

export const signIn = formAction({
  schema: signInForm,
  secrets: ["password"],
  run: async ({ retour, email, password, ...posted }) => {
    const outcome = await checkPassword({ email, password }, posted, await requestHeaders(), now());
    if (!outcome.ok) return outcome;
    const { userId, asksCode } = outcome;
    const back = safeReturnPath(retour);
    return { ok: true, redirectTo: await (asksCode ? awaitCode(userId, back) : signInBrowser(userId, back)) };
  },
});
