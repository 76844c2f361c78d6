import type { Metadata } from "next";
import { decide, edit } from "#app/(back-office)/administration/webinaires/[id]/questions/actions";
import { QuestionsScreen } from "#components/back-office/questions/screen";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { endsAt } from "#lib/platform/dates";
import { listQuestions } from "#lib/questions/queries";
import { groupQuestions } from "#lib/questions/rules";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Questions" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ question?: string | string[]; fait?: string | string[] }>;
};

export default async function Questions({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const { question, fait } = await searchParams;
  return (
    <QuestionsScreen
      webinar={webinar}
      groups={groupQuestions(await listQuestions(editor, id))}
      isOver={endsAt(webinar) <= now()}
      edited={typeof question === "string" ? question : undefined}
      decide={decide}
      moderate={edit}
      done={fait}
    />
  );
}
