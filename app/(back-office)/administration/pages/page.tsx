import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { listPagesForEditor } from "#lib/pages/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Pages" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PageList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const list = adminList("page", await listPagesForEditor(editor), listQuery.parse(await searchParams), at);
  return <ItemListScreen noun="page" create="Nouvelle page" list={list} at={at} />;
}
