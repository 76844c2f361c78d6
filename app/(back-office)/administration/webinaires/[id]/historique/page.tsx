import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/[section]/actions";
import { HistoryScreen } from "#components/back-office/revisions/history";
import { DESKS } from "#lib/desks/desks";
import { historyOf } from "#lib/desks/history";
import { editedEdition } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { paths } from "#lib/platform/paths";
import { historyQuery } from "#lib/revisions/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Historique" };

export default async function WebinarHistoryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { id } = await params;
  const { row, latest } = await editedEdition(viewer, "webinar", id, (known) => DESKS.webinar.find(viewer, known));
  if (!row && !latest) notFound();
  return (
    <HistoryScreen
      editHref={paths.adminEdit("webinaires", id)}
      hrefOf={(search) => paths.adminEdit("webinaires", `${id}/historique`, search)}
      restore={save}
      {...(await historyOf(viewer, "webinar", { row, latest, id }, historyQuery.parse(await searchParams)))}
    />
  );
}
