import type { Metadata } from "next";
import { MailListScreen } from "#components/back-office/mail/outbox";
import { requireEditor } from "#lib/edge/session";
import { listMails, mailWebinars } from "#lib/mail/queries";
import { mailListQuery } from "#lib/mail/schema";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Messages" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Messages({ searchParams }: Props) {
  const editor = await requireEditor();
  const search = mailListQuery.parse(await searchParams);
  const [page, webinars] = await Promise.all([listMails(editor, search), mailWebinars(editor)]);
  return <MailListScreen page={page} search={search} webinars={webinars} leaves={env().SMTP_URL !== undefined} />;
}
