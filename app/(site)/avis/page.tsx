import type { Metadata } from "next";
import { UnknownSurvey } from "#components/surveys/unknown-survey";

export const metadata: Metadata = { title: "Questionnaire introuvable", robots: { index: false } };

/** Sent by the front in place of a survey whose link opens nothing. */
export default function SurveysPage() {
  return <UnknownSurvey />;
}
