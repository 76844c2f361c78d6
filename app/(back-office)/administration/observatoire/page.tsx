import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { listFiguresForEditor } from "#lib/figures/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Observatoire" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FigureList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const rows = await listFiguresForEditor(editor);
  const list = adminList(
    "figure",
    rows.map((row) => ({ ...row, title: `${row.value} ${row.statement}` })),
    listQuery.parse(await searchParams),
    at,
  );
  return <ItemListScreen noun="figure" create="Nouveau chiffre" list={list} at={at} />;
}
