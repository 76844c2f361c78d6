import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { announce } from "#app/(back-office)/administration/webinaires/[id]/messages/ecrire/actions";
import { AnnouncementScreen } from "#components/back-office/announcements/screen";
import { findPlannedWebinar } from "#lib/announcements/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { templateFields } from "#lib/mail/template-form";
import { findEditedTemplate } from "#lib/mail/template-queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Écrire aux inscrits" };

export default async function Announcement({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findPlannedWebinar(editor, known, now()));
  const { subject, body } = await findEditedTemplate(editor, { kind: "announcement", webinarId: id });
  return (
    <AnnouncementScreen
      webinar={webinar}
      form={{
        action: announce,
        webinarId: id,
        id: randomUUID(),
        begun: webinar.startsAt <= now(),
        initial: { subject, body },
        fields: templateFields("announcement"),
      }}
    />
  );
}
