"use server";

import { verifyCredentials } from "#lib/auth/credentials";
import { signInSchema } from "#lib/auth/schema";
import { signInBrowser } from "#lib/auth/session";
import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const REFUSED =
  "Adresse, mot de passe ou code incorrects. Après plusieurs erreurs, il faut attendre entre une et trente minutes avant un nouvel essai.";

/** Signs in, in the same words for every refusal. */
export const signIn = formAction({
  schema: signInSchema,
  secrets: ["password", "code"],
  run: async (credentials) => {
    const outcome = await verifyCredentials(credentials, now());
    if (!outcome.ok) return { ok: false, fieldErrors: { password: REFUSED } };
    await signInBrowser(outcome.userId);
    return { ok: true, redirectTo: paths.admin() };
  },
});
