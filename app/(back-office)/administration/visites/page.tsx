import type { Metadata } from "next";
import { ViewsScreen } from "#components/back-office/views/screen";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { viewedPages } from "#lib/views/queries";

export const metadata: Metadata = { title: "Visites" };

export default async function ViewsRoute() {
  const editor = await requireViewer();
  return <ViewsScreen pages={await viewedPages(editor, now())} />;
}
