"use client";

import { Form, useForm } from "#components/forms/form";
import { type Choice, SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";

export function SourceForm({ centres, action }: { centres: readonly Choice[]; action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <SelectField
        state={state}
        name="centreId"
        label="Centre"
        options={centres}
        placeholder="Choisissez un centre"
        required
      />
      <TextField
        state={state}
        name="url"
        label="Adresse"
        hint="Celle du site, de son flux ou de son plan. Le portail trouve de lui-même comment le lire."
        inputMode="url"
        required
      />
      <SubmitButton>Ajouter la source</SubmitButton>
    </Form>
  );
}
