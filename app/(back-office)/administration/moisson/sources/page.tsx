import type { Metadata } from "next";
import { add, change } from "#app/(back-office)/administration/moisson/actions";
import { HarvestSourcesScreen } from "#components/back-office/harvest/sources";
import { listCentresForEditor } from "#lib/centres/queries";
import { requireViewer } from "#lib/edge/session";
import { listSources } from "#lib/harvest/queries";

export const metadata: Metadata = { title: "Sources de la moisson" };

type Props = { searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }> };

export default async function HarvestSources({ searchParams }: Props) {
  const editor = await requireViewer();
  const { fait, ouverture } = await searchParams;
  const [sources, centres] = await Promise.all([listSources(editor), listCentresForEditor(editor)]);
  return (
    <HarvestSourcesScreen
      sources={sources}
      centres={centres.map(({ id, name }) => ({ value: id, label: name }))}
      add={add}
      change={change}
      done={fait}
      opening={String(ouverture)}
    />
  );
}
