import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { listNeedsForEditor } from "#lib/needs/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Besoins" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NeedList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const list = adminList("need", await listNeedsForEditor(editor), listQuery.parse(await searchParams), at);
  return <ItemListScreen noun="need" create="Nouveau besoin" list={list} at={at} />;
}
