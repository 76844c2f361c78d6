import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { autosave, reset, save, test } from "#app/(back-office)/administration/envois/textes/actions";
import { MailTextScreen } from "#components/back-office/mail/template";
import { MailPreviewPanel } from "#components/back-office/notices/plan-preview";
import { exampleSession, previewMessage } from "#lib/announcements/queries";
import { openText } from "#lib/desks/texts/queries";
import { requireViewer } from "#lib/edge/session";
import { isMailKind } from "#lib/mail/template-form";
import { isAboutSession } from "#lib/notices/rules";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

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
  const { text: opened, words } = await openText(editor, { kind, webinarId: null });
  const session = isAboutSession(kind) ? await exampleSession(editor, now()) : null;
  const mail = session && (await previewMessage(editor, words, { webinarId: session.id, registrationId: null }));
  const text = {
    ...opened,
    ofWebinar: false,
    historyHref: paths.adminEdit("envois", `textes/${kind}/historique`),
    opening: String(ouverture),
    actions: { save, autosave, reset },
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
