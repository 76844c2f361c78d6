import type { Metadata } from "next";
import { SurveyResultsScreen } from "#components/back-office/surveys/results";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { webinarSurvey } from "#lib/surveys/queries";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Avis" };

export default async function SurveyRoom({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  return <SurveyResultsScreen webinar={webinar} results={await webinarSurvey(editor, id)} />;
}
