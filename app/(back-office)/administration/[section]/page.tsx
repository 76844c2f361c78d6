import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { listForEditor } from "#lib/desks/list";
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
  title: CARDS[requireNoun((await params).section)].menu.label,
});

export default async function ItemListPage({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const noun = requireNoun((await params).section);
  const at = now();
  const list = await listForEditor(editor, noun, listQuery.parse(await searchParams), at);
  return <ItemListScreen noun={noun} list={list} at={at} />;
}
