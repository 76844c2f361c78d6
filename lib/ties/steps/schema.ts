import { z } from "zod";
import { oneChoice, spelledChoice } from "#lib/forms/choices";
import { profileSpellings } from "#lib/profiles/labels";
import { type Facet, type INTENTS, phaseSpellings, type ResourceSummary } from "#lib/resources/schema";

/** For whom, and how far they are, read from the address of a need: what is unknown is as if there were none. */
export const stepsQuery = z.object({
  profil: oneChoice(spelledChoice(profileSpellings)),
  phase: oneChoice(spelledChoice(phaseSpellings)),
});
export type StepsQuery = z.output<typeof stepsQuery>;

export type StepDocument = Pick<
  ResourceSummary,
  "slug" | "title" | "type" | "year" | "dateLabel" | "pages" | "durationMinutes" | "readable"
>;

export type Step = {
  intent: (typeof INTENTS)[number];
  /** The first of those that open, and how many do. */
  documents: StepDocument[];
  total: number;
  /** How many there would be whatever is chosen. */
  whole: number;
};

export type Steps = {
  total: number;
  steps: Step[];
  /** Known, and found nowhere. */
  wanted: StepDocument[];
  choices: (Facet & { name: keyof StepsQuery })[];
};
