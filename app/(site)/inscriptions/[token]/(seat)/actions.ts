"use server";

import type { Done } from "#components/enrolment/done-sentence";
import { formAction } from "#lib/edge/form-action";
import {
  answerRefusals,
  cancellationRefusals,
  correctionRefusals,
  questionRefusals,
  reinstatementRefusals,
} from "#lib/enrolment/seat/labels";
import { answerOffer, askFromPage, cancel, correctAnswers, reinstate } from "#lib/enrolment/seat/mutations";
import {
  answerSchema,
  cancellationSchema,
  formAnswersSchema,
  questionSchema,
  seatSchema,
} from "#lib/enrolment/seat/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const done = (token: string, fait: Done, seance: string) => ({
  ok: true as const,
  redirectTo: paths.registration(token, { seance, fait }),
});

/** Gives the seat back, or asks its owner; the page is the same in both cases. */
export const cancelSeat = formAction({
  schema: cancellationSchema,
  run: async ({ token, webinar, reason }) => {
    const outcome = await cancel(token, webinar, reason, now());
    if (outcome.ok) return done(token, "annulation", webinar);
    return { ok: false, formError: cancellationRefusals[outcome.reason] };
  },
});

export const undoCancellation = formAction({
  schema: seatSchema,
  run: async ({ token, webinar }) => {
    const outcome = await reinstate(token, webinar, now());
    if (outcome.ok) return done(token, "retour", webinar);
    return { ok: false, formError: reinstatementRefusals[outcome.reason] };
  },
});

export const answerSeat = formAction({
  schema: answerSchema,
  run: async ({ token, webinar, answer }) => {
    const outcome = await answerOffer(token, webinar, answer, now());
    if (outcome.ok) return done(token, "reponse", webinar);
    return { ok: false, formError: answerRefusals[outcome.reason] };
  },
});

export const askAgain = formAction({
  schema: questionSchema,
  run: async ({ token, webinar, question }) => {
    const outcome = await askFromPage(token, webinar, question, now());
    if (outcome.ok) return done(token, "question", webinar);
    return { ok: false, formError: questionRefusals[outcome.reason] };
  },
});

export const correctFormAnswers = formAction({
  schema: formAnswersSchema,
  run: async ({ token, webinar, formAnswers }) => {
    const outcome = await correctAnswers(token, webinar, formAnswers, now());
    if (outcome.ok) return done(token, "reponses", webinar);
    if (outcome.reason === "form-fields") return { ok: false, fieldErrors: outcome.faults };
    return { ok: false, formError: correctionRefusals[outcome.reason] };
  },
});
