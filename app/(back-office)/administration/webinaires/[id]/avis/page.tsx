import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SurveyResultsScreen } from "#components/back-office/survey-results";
import { requireEditor } from "#lib/auth/session";
import { isIdentifier } from "#lib/editorial/edited";
import { sessionSurvey } from "#lib/surveys/queries";
import { findWebinarForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Avis" };

export default async function SurveyRoom({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireEditor();
  const { id } = await params;
  const webinar = isIdentifier(id) ? await findWebinarForEditor(editor, id) : null;
  if (!webinar) notFound();
  return <SurveyResultsScreen session={webinar} results={await sessionSurvey(editor, id)} />;
}
