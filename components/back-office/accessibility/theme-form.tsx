"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { LeaveGuard } from "#components/forms/leave-guard";
import { type Choice, SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { fieldNames } from "#lib/accessibility/schema";
import { type FormAction, textValue } from "#lib/forms/state";

/** A criterion as the form shows it. */
export type Row = {
  number: string;
  asks: string;
  /** Where the reference says more of it. */
  address: string;
  state: string;
  note: string;
  /** What the form sends back of the two. */
  shown: string;
  evaluatedOn: string | null;
};

type Props = { theme: number; rows: readonly Row[]; states: readonly Choice[]; action: FormAction };

export function ThemeForm({ theme, rows, states, action }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ theme: String(theme) }} />
      <LeaveGuard state={state} />
      <ul className="[&>li]:border-line [&>li]:border-t [&>li]:py-4">
        {rows.map(({ number, asks, address, evaluatedOn, ...said }) => {
          const names = fieldNames(number);
          return (
            <li key={number} className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_13rem_minmax(0,1fr)]">
              <div>
                <h3 className="text-base">
                  {number} {asks}
                </h3>
                <p className="text-muted">{evaluatedOn ? `Vérifié le ${evaluatedOn}` : "Jamais vérifié"}</p>
                <a href={address} rel="external" className="inline-flex min-h-11 items-center">
                  Le critère {number} dans le référentiel
                </a>
              </div>
              <HiddenFields values={{ [names.shown]: textValue(state, names.shown, said.shown) }} />
              <SelectField
                state={state}
                name={names.state}
                label={`État de ${number}`}
                initial={said.state}
                options={states}
                required
              />
              <TextArea state={state} name={names.note} label={`Note sur ${number}`} initial={said.note} rows={2} />
            </li>
          );
        })}
      </ul>
      <SubmitButton>Enregistrer ce thème</SubmitButton>
    </Form>
  );
}
