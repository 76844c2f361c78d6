import type { Metadata } from "next";
import { retry, writeAgain } from "#app/(back-office)/administration/envois/[id]/actions";
import { MailScreen } from "#components/back-office/mail/message";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { findMail } from "#lib/notices/outbox/queries";
import { env } from "#lib/platform/env";
import { isLive } from "#lib/seats/rules";

export const metadata: Metadata = { title: "Message" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string | string[] }> };

export default async function Message({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const mail = await requireItem(id, (known) => findMail(editor, known));
  const { registration } = mail;
  return (
    <MailScreen
      mail={mail}
      retry={retry}
      resend={registration && isLive(registration.status) && !registration.anonymisedAt ? writeAgain : null}
      leaves={env().SMTP_URL !== undefined}
      done={(await searchParams).fait}
    />
  );
}
