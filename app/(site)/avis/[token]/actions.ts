"use server";

import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { surveyRefusals } from "#lib/surveys/labels";
import { answerSurvey } from "#lib/surveys/mutations";
import { surveySchema } from "#lib/surveys/schema";

/** Keeps an answer. A second one is told on the page itself that there was one already. */
export const answer = formAction({
  schema: surveySchema,
  run: async ({ token, ...input }) => {
    const outcome = await answerSurvey(token, input, now());
    if (outcome.ok) return { ok: true, redirectTo: `${paths.survey(token)}?merci` };
    if (outcome.reason === "answered") return { ok: true, redirectTo: paths.survey(token) };
    return { ok: false, formError: surveyRefusals[outcome.reason] };
  },
});
