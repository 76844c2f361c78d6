import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/envois/textes/actions";
import { HistoryScreen } from "#components/back-office/revisions/history";
import { textHistory } from "#lib/desks/texts/queries";
import { requireViewer } from "#lib/edge/session";
import { isMailKind } from "#lib/mail/template-form";
import { paths } from "#lib/platform/paths";
import { historyQuery } from "#lib/revisions/schema";

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Historique" };

export default async function CommonTextHistory({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { kind } = await params;
  if (!isMailKind(kind)) notFound();
  return (
    <HistoryScreen
      editHref={paths.adminEdit("envois", `textes/${kind}`)}
      hrefOf={(search) => paths.adminEdit("envois", `textes/${kind}/historique`, search)}
      restore={save}
      {...(await textHistory(viewer, { kind, webinarId: null }, historyQuery.parse(await searchParams)))}
    />
  );
}
