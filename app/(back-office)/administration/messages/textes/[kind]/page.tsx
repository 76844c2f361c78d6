import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { reset, save } from "#app/(back-office)/administration/messages/textes/actions";
import { MailTextScreen } from "#components/back-office/mail/template";
import { requireEditor } from "#lib/edge/session";
import { isMailKind, templateFields } from "#lib/mail/template-form";
import { findEditedTemplate } from "#lib/mail/template-queries";

export const metadata: Metadata = { title: "Texte d’un message" };

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }>;
};

export default async function CommonText({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const { kind } = await params;
  if (!isMailKind(kind)) notFound();
  const { fait, ouverture } = await searchParams;
  const { subject, body, origin, version } = await findEditedTemplate(editor, { kind, webinarId: null });
  const text = {
    name: kind,
    origin,
    ofWebinar: false,
    fields: templateFields(kind),
    values: { subject, body },
    version,
    opening: String(ouverture),
    save,
    reset,
  };
  return <MailTextScreen kind={kind} text={text} done={fait} />;
}
