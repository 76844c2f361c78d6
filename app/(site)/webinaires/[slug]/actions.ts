"use server";

import { issueFormToken } from "#lib/abuse/form-token";
import { FORM_TOKEN } from "#lib/abuse/schema";
import { formAction } from "#lib/edge/form-action";
import { guardRegistration } from "#lib/edge/form-guard";
import { requestHeaders } from "#lib/edge/request-headers";
import { refusalSentences } from "#lib/enrolment/labels";
import { register } from "#lib/enrolment/mutations";
import { registrationFormSchema } from "#lib/enrolment/schema";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const registerForWebinar = formAction({
  schema: registrationFormSchema,
  guard: requestHeaders,
  run: async ({ person, webinar, webinars, wholeCycle, partnerLink, ...proof }, headers) => {
    const at = now();
    const guarded = await guardRegistration(proof, headers, at);
    if (!guarded.ok) return guarded;
    const options = { wholeCycle, formToken: proof.formToken, partnerLink };
    const outcome = await register([webinar, ...webinars], person, options, at);
    if (outcome.ok) return { ok: true, redirectTo: paths.registration(outcome.token) };
    const formError = refusalSentences[outcome.reason];
    if (outcome.reason === "spent") return { ok: false, formError, echo: { [FORM_TOKEN]: issueFormToken(at) } };
    // Sent again, the form registers without the link.
    if (outcome.reason === "partner-link-full") return { ok: false, formError, echo: { [PARTNER_LINK]: "" } };
    return { ok: false, formError };
  },
});
