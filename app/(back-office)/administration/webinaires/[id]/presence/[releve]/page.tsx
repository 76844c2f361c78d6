import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { apply, discard } from "#app/(back-office)/administration/webinaires/[id]/presence/actions";
import { AttendanceReviewScreen } from "#components/back-office/attendance/review";
import { findReport } from "#lib/attendance/reports/queries";
import { attendanceMinutes } from "#lib/attendance/reports/rules";
import { isIdentifier, requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { paths } from "#lib/platform/paths";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Relevé de présence" };

export default async function ReportReview({ params }: { params: Promise<{ id: string; releve: string }> }) {
  const editor = await requireViewer();
  const { id, releve } = await params;
  if (!isIdentifier(releve)) notFound();
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const report = await findReport(editor, id, releve);
  if (!report) redirect(paths.adminWebinar(id, "presence"));
  const rows = report.rows.map((row) => ({
    ...row,
    minutes: attendanceMinutes(row.seconds, webinar.durationMinutes),
  }));
  return <AttendanceReviewScreen webinar={webinar} report={{ ...report, rows }} apply={apply} discard={discard} />;
}
