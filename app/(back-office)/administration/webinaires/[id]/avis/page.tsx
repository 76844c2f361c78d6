import type { Metadata } from "next";
import { SurveyResultsScreen } from "#components/back-office/surveys/results";
import { requireEditor } from "#lib/edge/session";
import { requireItem } from "#lib/edge/route-item";
import { sessionSurvey } from "#lib/surveys/queries";
import { findSession } from "#lib/webinars/editing";

export const metadata: Metadata = { title: "Avis" };

export default async function SurveyRoom({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireEditor();
  const { id } = await params;
  const session = await requireItem(id, (known) => findSession(editor, known));
  return <SurveyResultsScreen session={session} results={await sessionSurvey(editor, id)} />;
}
