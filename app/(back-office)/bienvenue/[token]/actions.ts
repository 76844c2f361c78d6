"use server";

import { acceptInvitation } from "#lib/auth/invitation-mutations";
import { refusedPassword } from "#lib/auth/password-rules";
import { welcomeSchema } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { signInBrowser } from "#lib/edge/sign-in";
import { now } from "#lib/platform/clock";

const USED = "Ce lien a déjà servi, ou n’est plus valable. Demandez-en un autre à qui vous l’a donné.";
const TAKEN = "Un compte existe déjà pour cette adresse.";

/** Creates the account that the link promises, once, and signs in. */
export const welcome = formAction({
  schema: welcomeSchema,
  secrets: ["password"],
  run: async ({ token, ...account }): Promise<FormOutcome> => {
    const problem = refusedPassword(account);
    if (problem) return { ok: false, fieldErrors: { password: problem } };
    const outcome = await acceptInvitation(token, account, now());
    if (!outcome.ok) {
      return outcome.reason === "email-taken"
        ? { ok: false, fieldErrors: { email: TAKEN } }
        : { ok: false, formError: USED };
    }
    return { ok: true, redirectTo: await signInBrowser(outcome.userId, null) };
  },
});
