import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { reset, save, test } from "#app/(back-office)/administration/envois/textes/actions";
import { MailTextScreen } from "#components/back-office/mail/template";
import { MailPreviewPanel } from "#components/back-office/notices/plan-preview";
import { exampleSession, previewMessage } from "#lib/announcements/queries";
import { requireViewer } from "#lib/edge/session";
import { isMailKind, templateFields } from "#lib/mail/template-form";
import { findEditedTemplate } from "#lib/mail/template-queries";
import { withVariableNames } from "#lib/mail/variables";
import { isAboutSession } from "#lib/notices/rules";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Texte d’un message" };

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }>;
};

export default async function CommonText({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { kind } = await params;
  if (!isMailKind(kind)) notFound();
  const { fait, ouverture } = await searchParams;
  const { subject, body, origin, version } = await findEditedTemplate(editor, { kind, webinarId: null });
  const words = { subject: withVariableNames(subject), body: withVariableNames(body) };
  const session = isAboutSession(kind) ? await exampleSession(editor, now()) : null;
  const mail = session && (await previewMessage(editor, words, { webinarId: session.id, registrationId: null }));
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
  return (
    <MailTextScreen kind={kind} text={text} done={fait}>
      {mail && (
        <MailPreviewPanel
          mail={mail}
          example={session.title}
          readers={[]}
          reader=""
          sendTest={test}
          values={{ id: session.id, kind }}
        />
      )}
    </MailTextScreen>
  );
}
