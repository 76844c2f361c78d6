import { z } from "zod";
import { formAnswers, QUESTION_LENGTH, withFormAnswers } from "#lib/enrolment/schema";
import { optionalText, requiredText } from "#lib/forms/fields";

const REASON_LENGTH = 300;

export const seatSchema = z.object({
  token: z.string("Ce lien est incomplet."),
  webinar: z.string("Cette séance n’est pas connue."),
});

/** A cancellation, with a reason for whoever cares to give one. */
export const cancellationSchema = seatSchema.extend({ reason: optionalText(REASON_LENGTH) });

export const answerSchema = seatSchema.extend({ answer: z.enum(["accept", "decline"], "Choisissez une réponse.") });

export const questionSchema = seatSchema.extend({
  question: requiredText("Écrivez votre question.", QUESTION_LENGTH),
});

export const formAnswersSchema = z.preprocess(withFormAnswers, seatSchema.extend({ formAnswers }));

export type CancellationRefusal = "unknown" | "started";

/** Why a cancellation cannot be undone. */
export type ReinstatementRefusal = "unknown" | "started" | "late" | "cancelled";

/** Why a question was not passed on. `many`: the team already has several of this person for this session. */
export type QuestionRefusal = "unknown" | "started" | "many";

/** Why an offer cannot be answered any more. `spent`: it has expired, or the number of seats was lowered meanwhile. */
export type AnswerRefusal = "unknown" | "started" | "spent";
