import type { Metadata } from "next";
import { resumeSending } from "#app/(back-office)/administration/envois/actions";
import { OutboxTrouble } from "#components/back-office/mail/outbox";
import { MailingsScreen } from "#components/back-office/roster/mailings";
import { requireViewer } from "#lib/edge/session";
import { findOutboxStop } from "#lib/mail/queries";
import { countRefused } from "#lib/notices/outbox/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { listMailings } from "#lib/roster/mailings/queries";
import { mailingsQuery } from "#lib/roster/mailings/schema";

export const metadata: Metadata = { title: "Envois" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Mailings({ searchParams }: Props) {
  const viewer = await requireViewer();
  const given = await searchParams;
  const at = now();
  const [page, stop, refused] = await Promise.all([
    listMailings(viewer, mailingsQuery.parse(given).mois, at),
    findOutboxStop(viewer),
    countRefused(viewer, at),
  ]);
  return (
    <MailingsScreen
      page={page}
      trouble={
        <OutboxTrouble
          stop={stop}
          failed={refused}
          search={{ q: "" }}
          leaves={env().SMTP_URL !== undefined}
          actions={{ resume: resumeSending, retryAll: null }}
          done={given.fait}
        />
      }
    />
  );
}
