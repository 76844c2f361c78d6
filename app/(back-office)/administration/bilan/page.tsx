import type { Metadata } from "next";
import { BoardScreen } from "#components/back-office/board/screen";
import { boardReport } from "#lib/board/queries";
import { boardQuery } from "#lib/board/schema";
import { requireViewer } from "#lib/edge/session";
import { publicTitles } from "#lib/feeds/sitemap";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Bilan" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Board({ searchParams }: Props) {
  const viewer = await requireViewer();
  const query = boardQuery.parse(await searchParams);
  const at = now();
  const [report, titles] = await Promise.all([boardReport(viewer, query, at), publicTitles(at)]);
  return <BoardScreen report={report} titles={titles} at={at} />;
}
