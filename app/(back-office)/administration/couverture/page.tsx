import type { Metadata } from "next";
import { CoverageScreen } from "#components/back-office/ties/coverage";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { findCoverage } from "#lib/ties/coverage/queries";

export const metadata: Metadata = { title: "Couverture" };

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function CoveragePage({ searchParams }: Props) {
  const editor = await requireViewer();
  const coverage = await findCoverage(editor, now());
  return <CoverageScreen coverage={coverage} done={(await searchParams).fait} />;
}
