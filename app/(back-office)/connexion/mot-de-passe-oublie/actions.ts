"use server";

import { setTimeout as pause } from "node:timers/promises";
import { askPasswordLink } from "#lib/accounts/recovery-mutations";
import { forgottenPasswordForm } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import { guardRegistration } from "#lib/edge/form-guard";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { requestHeaders } from "#lib/edge/request-headers";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Longer than writing a message takes: the time of the answer must not tell which addresses have an account. */
const ANSWERED_AFTER_MS = 800;

export const ask = formAction({
  guard: requestHeaders,
  schema: forgottenPasswordForm,
  run: async ({ email, ...proof }, headers) => {
    const guarded = await guardRegistration(proof, headers, now());
    if (!guarded.ok) return guarded;
    const asked = askPasswordLink(email, headers.get(CLIENT_ADDRESS), now());
    await Promise.all([asked, pause(ANSWERED_AFTER_MS)]);
    return { ok: true, redirectTo: paths.signInStep("mot-de-passe-oublie", { envoye: "oui" }) };
  },
});
