import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/envois/textes/actions";
import { HistoryScreen } from "#components/back-office/revisions/history";
import { textHistory } from "#lib/desks/texts/queries";
import { isIdentifier } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { isMailKind } from "#lib/mail/template-form";
import { paths } from "#lib/platform/paths";
import { historyQuery } from "#lib/revisions/schema";

type Props = {
  params: Promise<{ id: string; kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Historique" };

export default async function WebinarTextHistory({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { id, kind } = await params;
  if (!isIdentifier(id) || !isMailKind(kind)) notFound();
  return (
    <HistoryScreen
      editHref={paths.adminEdit("webinaires", `${id}/messages/${kind}`)}
      hrefOf={(search) => paths.adminEdit("webinaires", `${id}/messages/${kind}/historique`, search)}
      restore={save}
      {...(await textHistory(viewer, { kind, webinarId: id }, historyQuery.parse(await searchParams)))}
    />
  );
}
