import type { Metadata } from "next";
import { MailTextListScreen } from "#components/back-office/mail/template";
import { requireViewer } from "#lib/edge/session";
import { listCommonTemplates } from "#lib/mail/template-queries";

export const metadata: Metadata = { title: "Textes des messages" };

export default async function MailTexts() {
  const editor = await requireViewer();
  return <MailTextListScreen texts={await listCommonTemplates(editor)} />;
}
