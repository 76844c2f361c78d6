"use server";

import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { refusalSentences } from "#lib/registrations/labels";
import { register } from "#lib/registrations/mutations";
import { registrationFormSchema } from "#lib/registrations/schema";

/** Registers the visitor, then shows the personal page of the registration. */
export const registerForWebinar = formAction({
  schema: registrationFormSchema,
  run: async ({ webinar, ...input }) => {
    const outcome = await register(webinar, input, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.registration(outcome.token) };
    return { ok: false, formError: refusalSentences[outcome.reason] };
  },
});
