"use server";

import { verifyCredentials } from "#lib/auth/credential-mutations";
import { signInForm } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import { safeReturnPath } from "#lib/edge/return-path";
import { signInBrowser } from "#lib/edge/sign-in";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const REFUSED =
  "Adresse, mot de passe ou code incorrects. Après plusieurs erreurs, il faut attendre entre une et trente minutes avant un nouvel essai.";

export const signIn = formAction({
  schema: signInForm,
  secrets: ["password", "code"],
  run: async ({ retour, ...credentials }) => {
    const outcome = await verifyCredentials(credentials, now());
    if (!outcome.ok) return { ok: false, fieldErrors: { password: REFUSED } };
    await signInBrowser(outcome.userId);
    return { ok: true, redirectTo: safeReturnPath(retour) ?? paths.admin() };
  },
});
