import type { Metadata } from "next";
import { publish, save, undo } from "#app/(back-office)/administration/cycles/actions";
import { CycleScreen } from "#components/back-office/cycles/screen";
import { cycleFields } from "#lib/cycles/fields";
import { withFlags } from "#lib/cycles/labels";
import { doubtedDates, findCycle, listSchoolStretches } from "#lib/cycles/queries";
import { readyDrafts } from "#lib/cycles/rules";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Cycles" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }>;
};

export default async function CycleEdition({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const cycle = await requireItem(id, (known) => findCycle(editor, known));
  const stretches = await listSchoolStretches();
  const at = now();
  return (
    <CycleScreen
      cycle={{ ...cycle, webinars: withFlags(cycle.webinars, stretches) }}
      dates={await doubtedDates(readyDrafts(cycle.webinars, at), at)}
      fields={cycleFields}
      save={save}
      publish={publish}
      undo={undo}
      search={await searchParams}
      at={at}
    />
  );
}
