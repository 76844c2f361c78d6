import { z } from "zod";
import { optionalText } from "#lib/forms/fields";
import { SurveyIntention } from "#prisma/enums";

const SUGGESTION_LENGTH = 500;
const USEFULNESS = "Dites si la séance vous a été utile, de 1 à 5.";

/** From « not useful at all » to « very useful ». */
export const USEFULNESS_SCALE = [1, 2, 3, 4, 5] as const;

export const surveySchema = z
  .object({
    token: z.string("Ce lien est incomplet."),
    usefulness: z
      .string(USEFULNESS)
      .regex(/^[1-5]$/, USEFULNESS)
      .transform(Number),
    intention: z.enum(SurveyIntention, "Dites si vous allez mettre quelque chose en pratique."),
    wish: optionalText(SUGGESTION_LENGTH),
  })
  .transform(({ wish, ...answer }) => ({ ...answer, suggestion: wish }));

/** An answer: nothing in it says who gave it. */
export type SurveyInput = Omit<z.output<typeof surveySchema>, "token">;

/** Where a survey stands for the holder of a link. `cancelled`: the session did not take place. */
export type SurveyState = "open" | "early" | "answered" | "cancelled";

export type SurveyView = {
  state: SurveyState;
  webinar: { slug: string; title: string; startsAt: Date; durationMinutes: number };
};

export type SurveyRefusal = "unknown" | Exclude<SurveyState, "open">;

export type SurveyGroup = { usefulness: number; intention: SurveyIntention; count: number };

export type SurveySummary = {
  answers: number;
  /** From 1 to 5, unrounded. */
  mean: number;
  /** How many gave each note, from 1 to 5. */
  usefulness: { note: number; count: number }[];
  intentions: { intention: SurveyIntention; count: number }[];
};

/** What the team sees of a survey. The summary is null, and there are no suggestions, while there are too few answers. */
export type SurveyResults = { answers: number; summary: SurveySummary | null; suggestions: string[] };
