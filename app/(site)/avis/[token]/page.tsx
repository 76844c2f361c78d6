import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { answer } from "#app/(site)/avis/[token]/actions";
import { SurveyForm } from "#components/surveys/survey-form";
import { SurveyScreen } from "#components/surveys/survey-screen";
import { now } from "#lib/platform/clock";
import { findSurvey } from "#lib/surveys/queries";

export const metadata: Metadata = {
  title: "Votre avis",
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SurveyPage({ params, searchParams }: Props) {
  const { token } = await params;
  const survey = await findSurvey(token, now());
  if (!survey) notFound();
  return (
    <SurveyScreen survey={survey} thanked={(await searchParams).merci !== undefined}>
      <SurveyForm action={answer} token={token} />
    </SurveyScreen>
  );
}
