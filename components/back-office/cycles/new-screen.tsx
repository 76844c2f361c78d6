import type { ComponentProps } from "react";
import { CycleNewForm } from "#components/back-office/cycles/new-form";
import { CycleRuleForm } from "#components/back-office/cycles/rule-form";
import { WhereToFind } from "#components/back-office/cycles/school-panel";
import { Panel, Screen } from "#components/back-office/screen";
import { Notice } from "#components/ui/notice";
import type { CycleRule } from "#lib/cycles/schema";
import type { FormState } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = ComponentProps<typeof CycleNewForm> & {
  rule: CycleRule;
  ruleWords: string;
  year: number;
  state: FormState;
  gaps: readonly string[];
};

export function CycleNewScreen({ rule, ruleWords, year, state, gaps, ...form }: Props) {
  return (
    <Screen title="Nouveau cycle" parent={{ label: "Cycles", href: paths.adminList("cycles") }}>
      <Panel title="La règle">
        <CycleRuleForm rule={rule} year={year} state={state} />
      </Panel>
      {gaps.map((sentence) => (
        <Notice key={sentence} look="warning" title={sentence}>
          <p>
            <WhereToFind />{" "}
            <a href={`${paths.adminList("cycles")}#calendrier-scolaire`}>Chargez le fichier dans la page des cycles.</a>
          </p>
        </Notice>
      ))}
      <section className="grid min-w-0 gap-4">
        <h2 className="text-xl">
          {year}
          {"\u00A0"}: {ruleWords}
        </h2>
        <CycleNewForm
          // Another rule or another year is another form.
          key={`${ruleWords} ${year}`}
          {...form}
        />
      </section>
    </Screen>
  );
}
