"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { AddressField } from "#components/people/address-field";
import type { FormAction } from "#lib/forms/state";

export function LinksForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="Celle de votre inscription."
        autoComplete="email"
      />
      <SubmitButton>Recevoir à nouveau mes liens</SubmitButton>
    </Form>
  );
}
