import type { Metadata } from "next";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { requireEditor } from "#lib/edge/session";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import { listTermsForEditor } from "#lib/glossary/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Glossaire" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TermList({ searchParams }: Props) {
  const editor = await requireEditor();
  const at = now();
  const rows = await listTermsForEditor(editor);
  const list = adminList(
    "term",
    rows.map((row) => ({ ...row, title: row.name })),
    listQuery.parse(await searchParams),
    at,
  );
  return <ItemListScreen noun="term" create="Nouveau terme" list={list} at={at} />;
}
