import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { decide, edit } from "#app/(back-office)/administration/webinaires/[id]/questions/actions";
import { QuestionsScreen } from "#components/back-office/questions";
import { requireEditor } from "#lib/auth/session";
import { isIdentifier } from "#lib/editorial/edited";
import { listQuestions } from "#lib/questions/queries";
import { groupQuestions } from "#lib/questions/rules";
import { findWebinarForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Questions" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ question?: string | string[]; fait?: string | string[] }>;
};

export default async function Questions({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const { id } = await params;
  const webinar = isIdentifier(id) ? await findWebinarForEditor(editor, id) : null;
  if (!webinar) notFound();
  const { question, fait } = await searchParams;
  return (
    <QuestionsScreen
      session={webinar}
      groups={groupQuestions(await listQuestions(editor, id))}
      edited={typeof question === "string" ? question : undefined}
      decide={decide}
      moderate={edit}
      done={fait}
    />
  );
}
