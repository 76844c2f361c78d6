import type { Metadata } from "next";
import { opening, resend, room, tick } from "#app/(back-office)/administration/webinaires/[id]/direct/actions";
import { DayScreen } from "#components/back-office/attendance/day";
import { findDay } from "#lib/attendance/day/queries";
import { dayRefreshSeconds, dayRoom } from "#lib/attendance/day/rules";
import { dayQuery } from "#lib/attendance/day/schema";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { listQuestions } from "#lib/questions/queries";
import { inSpokenOrder } from "#lib/questions/rules";
import { listRegistrants } from "#lib/roster/queries";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Direct" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DayPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const webinar = await requireItem(id, (known) => findWebinarTerms(viewer, known));
  const query = dayQuery.parse(search);
  const at = now();
  const [day, questions, found] = await Promise.all([
    findDay(viewer, id),
    listQuestions(viewer, id),
    query.q ? listRegistrants(viewer, id, { q: query.q, page: 1 }) : null,
  ]);
  return (
    <DayScreen
      webinar={webinar}
      room={dayRoom(webinar, at)}
      day={day}
      questions={inSpokenOrder(questions)}
      found={found}
      query={query}
      seconds={dayRefreshSeconds(webinar, query, at)}
      actions={{ opening, resend, room, tick }}
      done={search.fait}
      at={at}
    />
  );
}
