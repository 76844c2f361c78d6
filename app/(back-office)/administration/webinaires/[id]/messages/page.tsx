import type { Metadata } from "next";
import { toggle } from "#app/(back-office)/administration/webinaires/[id]/messages/actions";
import { AnnouncementHistory } from "#components/back-office/announcements/history";
import { MailPlanScreen } from "#components/back-office/notices/plan";
import { findPlannedWebinar, listAnnouncements } from "#lib/announcements/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { mailPlan } from "#lib/notices/plan/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Messages d’une séance" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string | string[] }> };

export default async function MailPlan({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findPlannedWebinar(editor, known, now()));
  const [messages, announcements] = await Promise.all([
    mailPlan(editor, webinar, now()),
    listAnnouncements(editor, id),
  ]);
  const done = (await searchParams).fait;
  return (
    <MailPlanScreen webinar={webinar} messages={messages} switchMail={toggle} done={done}>
      <AnnouncementHistory announcements={announcements} />
    </MailPlanScreen>
  );
}
