import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { autosave, reset, save } from "#app/(back-office)/administration/envois/textes/actions";
import { test, toggle } from "#app/(back-office)/administration/webinaires/[id]/messages/actions";
import { MailPlanMessageScreen } from "#components/back-office/notices/plan-message";
import { findPlannedWebinar, listReaders, previewMessage } from "#lib/announcements/queries";
import { openText } from "#lib/desks/texts/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { mailPlan } from "#lib/notices/plan/queries";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Message d’une séance" };

type Props = {
  params: Promise<{ id: string; kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MailPlanMessage({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { id, kind } = await params;
  const webinar = await requireItem(id, (known) => findPlannedWebinar(editor, known, now()));
  const message = (await mailPlan(editor, webinar, now())).find((one) => one.kind === kind);
  if (!message) notFound();
  const { fait, ouverture, personne } = await searchParams;
  const target = { kind: message.kind, webinarId: id };
  const [{ text: opened, words }, readers] = await Promise.all([openText(editor, target), listReaders(editor, id)]);
  const reader = readers.find((one) => one.id === personne)?.id ?? "";
  const mail = await previewMessage(editor, words, { webinarId: id, registrationId: reader || null });
  if (!mail) notFound();
  const text = {
    ...opened,
    ofWebinar: true,
    historyHref: paths.adminEdit("webinaires", `${id}/messages/${kind}/historique`),
    opening: String(ouverture),
    actions: { save, autosave, reset },
  };
  return (
    <MailPlanMessageScreen
      webinar={webinar}
      message={message}
      text={text}
      preview={{ mail, readers, reader }}
      switchMail={toggle}
      sendTest={test}
      done={fait}
    />
  );
}
