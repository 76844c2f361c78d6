import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { announce } from "#app/(back-office)/administration/webinaires/[id]/messages/ecrire/actions";
import { AnnouncementScreen } from "#components/back-office/announcement";
import { findPlannedSession } from "#lib/announcements/queries";
import { requireEditor } from "#lib/auth/session";
import { requireItem } from "#lib/editorial/edited";
import { findText } from "#lib/mail/text-editing";
import { mailTextFields } from "#lib/mail/text-form";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Écrire aux inscrits" };

export default async function Announcement({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireEditor();
  const { id } = await params;
  const session = await requireItem(id, (known) => findPlannedSession(editor, known, now()));
  const { subject, body } = await findText(editor, { kind: "announcement", webinarId: id });
  const [onSubject, onBody] = mailTextFields("announcement");
  return (
    <AnnouncementScreen
      session={session}
      form={{
        action: announce,
        webinarId: id,
        id: randomUUID(),
        begun: session.startsAt <= now(),
        initial: { subject, body },
        hints: { subject: onSubject?.hint ?? "", body: onBody?.hint ?? "" },
      }}
    />
  );
}
