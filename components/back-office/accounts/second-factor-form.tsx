"use client";

import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { Acting } from "#components/forms/may-act";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";

export function SecondFactorForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Acting may>
      <Form state={state} submit={submit}>
        <CheckboxField
          state={state}
          name="noted"
          label="J’ai noté mes codes de secours ailleurs que sur ce téléphone"
        />
        <TextField
          state={state}
          name="code"
          label="Code que montre l’application"
          hint="Six chiffres, qui changent toutes les trente secondes."
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <SubmitButton>Mettre en place</SubmitButton>
      </Form>
    </Acting>
  );
}
