import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { now } from "#lib/platform/clock";
import { resourceTypeLabels } from "#lib/resources/labels";
import { listResourcesForEditor } from "#lib/resources/queries";

export const metadata: Metadata = { title: "Ressources" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResourceList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const rows = await listResourcesForEditor(editor);
  const list = adminList(
    "resource",
    rows.map((row) => ({ ...row, detail: [resourceTypeLabels[row.type], row.year].filter(Boolean).join(", ") })),
    listQuery.parse(await searchParams),
    at,
  );
  return <ItemListScreen noun="resource" create="Nouvelle ressource" list={list} at={at} />;
}
