import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { webinarWords } from "#lib/webinars/labels";
import { listWebinarsForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Webinaires" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const rows = await listWebinarsForEditor(editor);
  const list = adminList(
    "webinar",
    rows.map((row) => ({
      ...row,
      detail: webinarWords(row),
      more: { label: "Inscrits", href: paths.adminRegistrants(row.id) },
    })),
    listQuery.parse(await searchParams),
    at,
  );
  return <ItemListScreen noun="webinar" create="Nouvelle séance" list={list} at={at} />;
}
