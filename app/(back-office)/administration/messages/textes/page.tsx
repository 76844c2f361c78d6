import type { Metadata } from "next";
import { MailTextListScreen } from "#components/back-office/mail-text";
import { requireEditor } from "#lib/auth/session";
import { listCommonTexts } from "#lib/mail/text-editing";

export const metadata: Metadata = { title: "Textes des messages" };

export default async function MailTexts() {
  const editor = await requireEditor();
  return <MailTextListScreen texts={await listCommonTexts(editor)} />;
}
