import { SchoolPanel } from "#components/back-office/cycles/school-panel";
import { CycleWebinars } from "#components/back-office/cycles/webinars";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { Tag } from "#components/ui/tag";
import { cycleWords } from "#lib/cycles/labels";
import type { CyclePlan, CycleWebinar } from "#lib/cycles/schema";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";

type Cycle = CyclePlan & { webinars: (CycleWebinar & { flags: readonly string[] })[] };

type Props = {
  cycles: readonly Cycle[];
  reach: string | null;
  loadCalendar: FormAction;
  /** What the address says was just done, and which opening of the form this is: each save makes a new one. */
  search: { fait?: string | string[]; ouverture?: string | string[] };
  at: Date;
};

function CyclePanel({ cycle, open, at }: { cycle: Cycle; open: boolean; at: Date }) {
  return (
    <Panel title={cycle.title}>
      <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {cycleWords(cycle, at)}
        {cycle.provisional && <Tag look="doubt">Programme prévisionnel</Tag>}
      </p>
      <p className="mb-3">
        <a href={paths.adminEdit("cycles", cycle.id)} className="inline-flex min-h-11 items-center font-semibold">
          Modifier ou publier {quoted(cycle.title)}
        </a>
      </p>
      {cycle.webinars.length > 0 && (
        <Fold look="inset" summary="Les séances" open={open}>
          <CycleWebinars webinars={cycle.webinars} at={at} />
        </Fold>
      )}
    </Panel>
  );
}

export function CycleListScreen({ cycles, reach, loadCalendar, search, at }: Props) {
  return (
    <Screen
      title="Cycles"
      tools={
        <IfMayAct>
          <LinkButton href={paths.adminNew("cycles")}>Nouveau cycle</LinkButton>
        </IfMayAct>
      }
    >
      <DoneNotice done={search.fait} />
      {cycles.length === 0 && <p>Aucun cycle n’est encore prévu.</p>}
      {cycles.map((cycle, rank) => (
        <CyclePanel key={cycle.id} cycle={cycle} open={rank === 0} at={at} />
      ))}
      <SchoolPanel key={String(search.ouverture)} reach={reach} action={loadCalendar} />
    </Screen>
  );
}
