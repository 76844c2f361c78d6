import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/[section]/actions";
import { HistoryScreen } from "#components/back-office/history";
import { deskOf } from "#lib/desks/desks";
import { editedEdition, requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { fieldWords } from "#lib/edit-forms/fields";
import { CARDS, titleOf } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { listRevisions } from "#lib/revisions/queries";
import { changedNames } from "#lib/revisions/rules";
import { historyQuery } from "#lib/revisions/schema";
import { wordChanges } from "#lib/revisions/word-changes";

type Props = {
  params: Promise<{ section: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Historique" };

export default async function ItemHistoryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { section, id } = await params;
  const noun = requireNoun(section);
  const desk = deskOf(noun);
  const { row, latest } = await editedEdition(viewer, noun, id, (known) => desk.find(viewer, known));
  if (!row && !latest) notFound();
  const query = historyQuery.parse(await searchParams);
  const { revisions, shown, before, ...pages } = await listRevisions(viewer, noun, id, query);
  const fields = shown ? await desk.fields(viewer) : [];
  const changed = shown && before ? changedNames(shown.values, before.values) : [];
  const changes = fields.flatMap((field) => {
    if (!shown || !before || !changed.includes(field.name)) return [];
    const [then, now] = [before, shown].map(({ values }) => fieldWords(field, values[field.name]));
    return [{ label: field.label, parts: wordChanges(then ?? "", now ?? "") }];
  });
  return (
    <HistoryScreen
      title={row ? titleOf(noun, row) : (latest?.title ?? "")}
      editHref={paths.adminEdit(CARDS[noun].section, id)}
      hrefOf={(search) => paths.adminEdit(CARDS[noun].section, `${id}/historique`, search)}
      revisions={revisions}
      shown={shown && { ...shown, changes, isFirst: before === null }}
      restore={save}
      posted={{ noun, id, step: "restore", version: String(Math.max(row?.version ?? 0, latest?.version ?? 0)) }}
      {...pages}
    />
  );
}
