"use server";

import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { surveyRefusals } from "#lib/surveys/labels";
import { answerSurvey } from "#lib/surveys/mutations";
import { surveySchema } from "#lib/surveys/schema";

/** Keeps an answer. A second one, of a double tap, changes nothing and is thanked like the first. */
export const answer = formAction({
  schema: surveySchema,
  run: async ({ token, ...input }) => {
    const outcome = await answerSurvey(token, input, now());
    if (outcome.ok || outcome.reason === "answered") return { ok: true, redirectTo: `${paths.survey(token)}?merci` };
    return { ok: false, formError: surveyRefusals[outcome.reason] };
  },
});
