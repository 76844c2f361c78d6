"use server";

import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { cancellationRefusals } from "#lib/registrations/labels";
import { requestCancellation } from "#lib/registrations/mutations";
import { cancellationSchema } from "#lib/registrations/schema";

/** Gives the seat back, or asks its owner; the page is the same in both cases. */
export const cancelRegistration = formAction({
  schema: cancellationSchema,
  run: async ({ token }) => {
    const outcome = await requestCancellation(token, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.registration(token) };
    return { ok: false, formError: cancellationRefusals[outcome.reason] };
  },
});
