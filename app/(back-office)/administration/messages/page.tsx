import type { Metadata } from "next";
import { MailListScreen } from "#components/back-office/mails";
import { requireEditor } from "#lib/auth/session";
import { listMails } from "#lib/mail/queries";
import { mailListQuery } from "#lib/mail/schema";

export const metadata: Metadata = { title: "Messages" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Messages({ searchParams }: Props) {
  const editor = await requireEditor();
  const { etat: status, page } = mailListQuery.parse(await searchParams);
  return <MailListScreen page={await listMails(editor, { status, page })} status={status} />;
}
