import type { Metadata } from "next";
import { loadCalendar } from "#app/(back-office)/administration/cycles/actions";
import { CycleListScreen } from "#components/back-office/cycles/list";
import { reachWords, withFlags } from "#lib/cycles/labels";
import { listCycles, listSchoolStretches } from "#lib/cycles/queries";
import { schoolReach } from "#lib/cycles/rules";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Cycles" };

type Props = { searchParams: Promise<{ fait?: string | string[]; ouverture?: string | string[] }> };

export default async function CycleList({ searchParams }: Props) {
  const editor = await requireViewer();
  const [cycles, stretches] = await Promise.all([listCycles(editor), listSchoolStretches()]);
  const reach = schoolReach(stretches);
  return (
    <CycleListScreen
      cycles={cycles.map((cycle) => ({ ...cycle, webinars: withFlags(cycle.webinars, stretches) }))}
      reach={reach && reachWords(reach)}
      loadCalendar={loadCalendar}
      search={await searchParams}
      at={now()}
    />
  );
}
