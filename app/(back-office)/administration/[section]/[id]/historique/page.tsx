import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/[section]/actions";
import { HistoryScreen } from "#components/back-office/revisions/history";
import { deskOf } from "#lib/desks/desks";
import { historyOf } from "#lib/desks/history";
import { editedEdition, requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { CARDS } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { historyQuery } from "#lib/revisions/schema";

type Props = {
  params: Promise<{ section: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Historique" };

export default async function ItemHistoryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { section, id } = await params;
  const noun = requireNoun(section);
  const { row, latest } = await editedEdition(viewer, noun, id, (known) => deskOf(noun).find(viewer, known));
  if (!row && !latest) notFound();
  return (
    <HistoryScreen
      editHref={paths.adminEdit(CARDS[noun].section, id)}
      hrefOf={(search) => paths.adminEdit(CARDS[noun].section, `${id}/historique`, search)}
      restore={save}
      {...(await historyOf(viewer, noun, { row, latest, id }, historyQuery.parse(await searchParams)))}
    />
  );
}
