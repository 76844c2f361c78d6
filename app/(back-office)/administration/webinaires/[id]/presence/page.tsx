import type { Metadata } from "next";
import { bring, complete, mark } from "#app/(back-office)/administration/webinaires/[id]/presence/actions";
import { AttendanceCompletion } from "#components/back-office/attendance/completion";
import { AttendanceList } from "#components/back-office/attendance/list";
import { AttendanceReportForm } from "#components/back-office/attendance/report";
import { AttendanceScreen } from "#components/back-office/attendance/screen";
import { attending } from "#lib/attendance/labels";
import { countAttendance } from "#lib/attendance/queries";
import { appliedCounts } from "#lib/attendance/reports/labels";
import { pendingReport } from "#lib/attendance/reports/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { listRegistrants } from "#lib/roster/queries";
import { registrantListQuery } from "#lib/roster/schema";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Présence" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Attendance({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const { q, presence, page } = registrantListQuery.parse(search);
  const [counts, begun] = [await countAttendance(editor, id), webinar.startsAt <= now()];
  const list = await listRegistrants(editor, id, { q, presence, page }, true);
  const pending = await pendingReport(editor, id);
  const values = { webinarId: id, q, presence: presence ?? "", page: String(list.page) };
  return (
    <AttendanceScreen
      webinar={webinar}
      counts={counts}
      filter={{ q, presence }}
      list={list}
      pending={pending}
      done={search.fait}
      applied={appliedCounts(search)}
      report={begun ? <AttendanceReportForm action={bring} id={id} pending={pending?.fileName} /> : null}
      completion={begun && <AttendanceCompletion action={complete} id={id} {...counts} />}
    >
      <AttendanceList action={mark} values={values} people={list.items.map(attending)} />
    </AttendanceScreen>
  );
}
