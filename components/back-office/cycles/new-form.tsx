"use client";

import { Agreement } from "#components/back-office/agreement";
import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { type FormAction, type FormState, textValue } from "#lib/forms/state";

type Month = {
  name: string;
  field: string;
  otherField: string;
  hint?: string;
  options: { value: string; label: string }[];
  proposed: string;
};

type Props = {
  action: FormAction;
  months: readonly Month[];
  values: Readonly<Record<string, string>>;
  title: string;
  cycles: readonly { id: string; title: string }[];
  previous?: string;
};

/** Keep the date, choose another one, or do without: the other date shows once it is asked for, without a script. */
function MonthCard({ month, state }: { month: Month; state: FormState }) {
  const { name, field, otherField, hint, options, proposed } = month;
  return (
    <div
      className={`group/month min-w-0 [&_fieldset>div]:grid-cols-1 rounded-card border bg-surface p-4 sm:p-5 ${hint ? "border-2 border-accent" : "border-line"}`}
    >
      <RadioGroup state={state} name={field} label={name} hint={hint} options={options} initial={proposed} required />
      <div className="mt-3 hidden group-has-[[value=autre]:checked]/month:block">
        <TextField
          state={state}
          name={otherField}
          label={`${name}\u00A0: date et heure de Paris`}
          type="datetime-local"
          initial={proposed}
          required
        />
      </div>
    </div>
  );
}

export function CycleNewForm({ action, months, values, title, cycles, previous }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <LeaveGuard state={state} />
      <HiddenFields values={values} />
      <Agreement state={state} />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {months.map((month) => (
          <MonthCard key={month.field} month={month} state={state} />
        ))}
      </div>
      <TextField state={state} name="title" label="Titre du cycle" initial={title} required />
      <SelectField
        state={state}
        name="textsFrom"
        label="Reprendre les textes du cycle précédent"
        hint={
          "Séance après séance\u00A0: titres, présentations, besoins, durées et nombres de places. Jamais les intervenants, la salle, l’enregistrement ni les documents."
        }
        options={cycles.map(({ id, title: label }) => ({ value: id, label }))}
        initial={previous}
        placeholder="Ne rien reprendre"
      />
      <p className="text-muted">
        Le cycle sera marqué prévisionnel, et ses séances resteront en brouillon jusqu’à ce que vous les publiiez.
      </p>
      <SubmitButton>
        {textValue(state, "agreement") ? "Créer quand même" : "Créer le cycle et ses séances"}
      </SubmitButton>
    </Form>
  );
}
