import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { listCentresForEditor } from "#lib/centres/queries";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Centres" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CentreList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const rows = await listCentresForEditor(editor);
  const list = adminList(
    "centre",
    rows.map((row) => ({ ...row, title: row.name })),
    listQuery.parse(await searchParams),
    at,
  );
  return <ItemListScreen noun="centre" create="Nouveau centre" list={list} at={at} />;
}
