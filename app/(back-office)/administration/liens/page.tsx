import type { Metadata } from "next";
import { decide } from "#app/(back-office)/administration/liens/actions";
import { LinksScreen } from "#components/back-office/link-watch/screen";
import { requireViewer } from "#lib/edge/session";
import { reportLinks } from "#lib/link-watch/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Liens" };

type Props = { searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }> };

export default async function LinksPage({ searchParams }: Props) {
  const editor = await requireViewer();
  const report = await reportLinks(editor, now());
  const { fait, ouverture } = await searchParams;
  return <LinksScreen report={report} decide={decide} done={fait} opening={String(ouverture ?? "")} />;
}
