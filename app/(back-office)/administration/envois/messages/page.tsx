import type { Metadata } from "next";
import { resumeSending, retryRefused } from "#app/(back-office)/administration/envois/actions";
import { MailListScreen } from "#components/back-office/mail/outbox";
import { requireViewer } from "#lib/edge/session";
import { findOutboxStop, listMails, mailWebinars } from "#lib/mail/queries";
import { mailListQuery } from "#lib/mail/schema";
import { countRefused } from "#lib/notices/outbox/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Messages" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Messages({ searchParams }: Props) {
  const editor = await requireViewer();
  const given = await searchParams;
  const search = mailListQuery.parse(given);
  const [page, webinars, stop, refused] = await Promise.all([
    listMails(editor, search),
    mailWebinars(editor),
    findOutboxStop(editor),
    countRefused(editor, now()),
  ]);
  return (
    <MailListScreen
      page={page}
      search={search}
      webinars={webinars}
      leaves={env().SMTP_URL !== undefined}
      stop={stop}
      refused={refused}
      actions={{ resume: resumeSending, retryAll: retryRefused }}
      done={given.fait}
    />
  );
}
