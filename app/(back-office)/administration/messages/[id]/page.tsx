import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { retry } from "#app/(back-office)/administration/messages/[id]/actions";
import { MailScreen } from "#components/back-office/mails";
import { requireEditor } from "#lib/auth/session";
import { isIdentifier } from "#lib/editorial/edited";
import { findMail } from "#lib/mail/queries";

export const metadata: Metadata = { title: "Message" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string | string[] }> };

export default async function Message({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const { id } = await params;
  const mail = isIdentifier(id) ? await findMail(editor, id) : null;
  if (!mail) notFound();
  return <MailScreen mail={mail} retry={retry} done={(await searchParams).fait} />;
}
