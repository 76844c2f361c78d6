import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { listForEditor } from "#lib/desks/list";
import { requireViewer } from "#lib/edge/session";
import { listQuery } from "#lib/items/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Webinaires" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarList({ searchParams }: Props) {
  const editor = await requireViewer();
  const at = now();
  const list = await listForEditor(editor, "webinar", listQuery.parse(await searchParams), at);
  const rows = list.rows.map((row) => ({
    ...row,
    more: { label: "Inscrits", href: paths.adminRegistrants(row.id) },
  }));
  return <ItemListScreen noun="webinar" list={{ ...list, rows }} at={at} />;
}
