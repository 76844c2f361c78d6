import type { Metadata } from "next";
import { ViewsScreen } from "#components/back-office/views/screen";
import { requireViewer } from "#lib/edge/session";
import { publicTitles } from "#lib/feeds/sitemap";
import { now } from "#lib/platform/clock";
import { viewedPages } from "#lib/views/queries";

export const metadata: Metadata = { title: "Visites" };

export default async function ViewsRoute() {
  const editor = await requireViewer();
  const at = now();
  const [pages, titles] = await Promise.all([viewedPages(editor, at), publicTitles(at)]);
  return <ViewsScreen pages={pages} titles={titles} />;
}
