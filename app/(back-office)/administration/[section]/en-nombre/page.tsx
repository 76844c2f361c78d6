import type { Metadata } from "next";
import { change, undo } from "#app/(back-office)/administration/[section]/en-nombre/actions";
import { BulkScreen } from "#components/back-office/bulk/screen";
import { findBulkAct, foresee, listBulkActs, listBulkChanges } from "#lib/bulk/queries";
import { leftQuery, selectionQuery } from "#lib/bulk/schema";
import { requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { listQuery } from "#lib/items/schema";
import { CARDS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";

type Props = {
  params: Promise<{ section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `${CARDS[requireNoun((await params).section)].menu.label}\u00A0: agir en nombre`,
});

export default async function BulkPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const noun = requireNoun((await params).section);
  const given = await searchParams;
  const at = now();
  const [query, selection] = [listQuery.parse(given), selectionQuery.parse(given)];
  const [groups, known, changes] = await Promise.all([
    listBulkActs(viewer, noun),
    findBulkAct(viewer, noun, selection.acte),
    listBulkChanges(viewer, noun, at),
  ]);
  const outcomes = known && (await foresee(viewer, { noun, selection, query, ...known }, at));
  return (
    <BulkScreen
      noun={noun}
      query={query}
      selection={selection}
      groups={groups}
      foreseen={known && outcomes && { words: known.words, outcomes }}
      changes={changes}
      change={change}
      undo={undo}
      done={given.fait}
      left={leftQuery.parse(given).restent}
    />
  );
}
