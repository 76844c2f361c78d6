import { issueFormToken } from "#lib/abuse/form-token";
import { FORM_TOKEN } from "#lib/abuse/schema";
import { guardRegistration } from "#lib/edge/form-guard";
import type { FormWork } from "#lib/edge/form-outcome";
import { judgedColleagues } from "#lib/enrolment/colleagues/schema";
import { refusalSentences } from "#lib/enrolment/labels";
import { register } from "#lib/enrolment/mutations";
import { registrationFormSchema } from "#lib/enrolment/schema";
import { judgedAnswers } from "#lib/form-fields/answers/schema";
import { askedFieldsOfPage } from "#lib/form-fields/queries";
import { postedAnswers } from "#lib/form-fields/rules";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { paths } from "#lib/platform/paths";

/** The same work whoever runs it: the action of the page, or the front before it. */
export const registrationForm = (clock: () => Date): FormWork<typeof registrationFormSchema, Headers> => ({
  schema: registrationFormSchema,
  run: async ({ person, webinar, webinars, wholeCycle, partnerLink, colleagues, ...proof }, headers) => {
    const at = clock();
    const guarded = await guardRegistration(proof, headers, at);
    if (!guarded.ok) return guarded;
    const options = { wholeCycle, formToken: proof.formToken, partnerLink, colleagues };
    const outcome = await register([webinar, ...webinars], person, options, at);
    if (outcome.ok) {
      const told = outcome.colleagues && { fait: `collegues-${outcome.colleagues}` };
      return { ok: true, redirectTo: paths.registration(outcome.token, told) };
    }
    if (outcome.reason === "form-fields") return { ok: false, fieldErrors: outcome.faults };
    const formError = refusalSentences[outcome.reason];
    if (outcome.reason === "spent") return { ok: false, formError, echo: { [FORM_TOKEN]: issueFormToken(at) } };
    // Sent again, the form registers without the link.
    if (outcome.reason === "partner-link-full") return { ok: false, formError, echo: { [PARTNER_LINK]: "" } };
    return { ok: false, formError };
  },
  alsoWrong: async (typed) => {
    const judged = judgedAnswers(await askedFieldsOfPage(String(typed.webinar), clock()), postedAnswers(typed));
    return { ...(judged.ok ? {} : judged.faults), ...judgedColleagues(typed).faults };
  },
});
