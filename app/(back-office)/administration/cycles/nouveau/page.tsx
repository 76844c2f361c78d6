import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { create } from "#app/(back-office)/administration/cycles/actions";
import { CycleNewScreen } from "#components/back-office/cycles/new-screen";
import { monthChoices } from "#lib/cycles/fields";
import { ruleWords, schoolGaps } from "#lib/cycles/labels";
import { listCycles, listSchoolStretches } from "#lib/cycles/queries";
import { isTitleTaken, previousCycle, schoolView, USUAL_RULE } from "#lib/cycles/rules";
import { readRule } from "#lib/cycles/schema";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { yearInParis } from "#lib/platform/dates";

export const metadata: Metadata = { title: "Nouveau cycle" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewCycle({ searchParams }: Props) {
  const editor = await requireViewer();
  const { query, state } = readRule(await searchParams, USUAL_RULE, yearInParis(now()) + 1);
  const { rang: ordinal, jour: weekday, heure: time, duree: durationMinutes, annee: year } = query;
  const rule = { ordinal, weekday, time, durationMinutes };
  const [cycles, stretches] = await Promise.all([listCycles(editor), listSchoolStretches()]);
  const title = `Cycle ${year}`;
  return (
    <CycleNewScreen
      rule={rule}
      ruleWords={ruleWords(rule)}
      year={year}
      state={state}
      gaps={schoolGaps(schoolView(stretches, year), year)}
      action={create}
      months={monthChoices(rule, year, stretches)}
      values={{ id: randomUUID(), year: String(year), durationMinutes: String(durationMinutes) }}
      title={isTitleTaken(cycles, title, null) ? "" : title}
      cycles={cycles}
      previous={previousCycle(cycles, year)?.id}
    />
  );
}
