"use server";

import { SPENT_EMAIL_LINK } from "#lib/accounts/labels";
import { confirmEmail } from "#lib/accounts/own-mutations";
import { emailLinkForm } from "#lib/accounts/schema";
import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const REFUSED = {
  unclaimed: SPENT_EMAIL_LINK,
  "email-taken": "Un autre compte a déjà cette adresse. Rien n’est changé.",
};

export const confirm = formAction({
  schema: emailLinkForm,
  run: async ({ token }) => {
    const outcome = await confirmEmail(token, now());
    return outcome.ok
      ? { ok: true, redirectTo: paths.signIn({ fait: "adresse" }) }
      : { ok: false, formError: REFUSED[outcome.reason] };
  },
});
