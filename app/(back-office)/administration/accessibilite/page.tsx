import type { Metadata } from "next";
import { save } from "#app/(back-office)/administration/accessibilite/actions";
import { AccessibilityScreen } from "#components/back-office/accessibility/screen";
import { listFindings } from "#lib/accessibility/queries";
import { themeQuery } from "#lib/accessibility/schema";
import { requireViewer } from "#lib/edge/session";

export const metadata: Metadata = { title: "Accessibilité" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccessibilityPage({ searchParams }: Props) {
  await requireViewer();
  const search = await searchParams;
  return (
    <AccessibilityScreen
      findings={await listFindings()}
      theme={themeQuery.parse(search).theme}
      save={save}
      search={search}
    />
  );
}
