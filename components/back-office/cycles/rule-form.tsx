import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { ordinalLabels, weekdayLabels } from "#lib/cycles/labels";
import type { CycleRule } from "#lib/cycles/schema";
import { optionsOf } from "#lib/forms/options";
import type { FormState } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

const ordinals = optionsOf(ordinalLabels);
const weekdays = weekdayLabels.map((label, index) => ({ value: String(index + 1), label }));

type Props = {
  rule: CycleRule;
  year: number;
  state: FormState;
};

export function CycleRuleForm({ rule, year, state }: Props) {
  const common = { state, required: true };
  return (
    <form action={paths.adminNew("cycles")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ErrorSummary state={state} />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_8rem_9rem_8rem]">
        <SelectField {...common} name="rang" label="Semaine du mois" options={ordinals} initial={rule.ordinal} />
        <SelectField {...common} name="jour" label="Jour" options={weekdays} initial={String(rule.weekday)} />
        <TextField {...common} name="heure" label="Heure de Paris" type="time" initial={rule.time} />
        <TextField
          {...common}
          name="duree"
          label="Durée (minutes)"
          inputMode="numeric"
          initial={String(rule.durationMinutes)}
        />
        <TextField {...common} name="annee" label="Année" inputMode="numeric" initial={String(year)} />
      </div>
      <div>
        <Button look="secondary">Proposer les dates</Button>
      </div>
    </form>
  );
}
