"use server";

import { formAction } from "#lib/edge/form-action";
import { saveDigest } from "#lib/people/digest/mutations";
import { digestPreferences } from "#lib/people/digest/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const savePreferences = formAction({
  schema: digestPreferences,
  run: async ({ token, choices }) =>
    (await saveDigest(token, choices, now()))
      ? { ok: true, redirectTo: paths.digest(token, { fait: "1" }) }
      : { ok: false, formError: "Cet abonnement n’existe plus\u00A0: demandez-le de nouveau." },
});
