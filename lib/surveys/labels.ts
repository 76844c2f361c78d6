import type { SurveyRefusal } from "#lib/surveys/schema";
import type { SurveyIntention } from "#prisma/enums";

const usefulness: Record<number, string> = {
  1: "Pas du tout utile",
  2: "Peu utile",
  3: "Moyennement utile",
  4: "Utile",
  5: "Très utile",
};

/** A note in words: « 4 – Utile ». @param note from 1 to 5 */
export const usefulnessLabel = (note: number): string => `${note}\u00A0– ${usefulness[note] ?? ""}`;

export const intentionLabels = {
  yes: "Oui",
  maybe: "Peut-être",
  no: "Non",
} satisfies Record<SurveyIntention, string>;

export const surveyRefusals = {
  unknown: "Ce lien n’ouvre aucun questionnaire. Ouvrez celui du dernier message que vous avez reçu.",
  early: "La séance n’est pas terminée\u00A0: le questionnaire ouvre à la fin.",
  cancelled: "La séance n’a pas eu lieu\u00A0: il n’y a rien à évaluer.",
} satisfies Record<Exclude<SurveyRefusal, "answered">, string>;
