"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";

export function LinksForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        hint="Celle de votre inscription."
        type="email"
        inputMode="email"
        autoComplete="email"
        required
      />
      <SubmitButton>Recevoir à nouveau mes liens</SubmitButton>
    </Form>
  );
}
