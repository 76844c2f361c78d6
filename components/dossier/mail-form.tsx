"use client";

import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SubmitButton } from "#components/forms/submit-button";
import { AddressField } from "#components/people/address-field";
import type { FormAction } from "#lib/forms/state";

type Props = { names: readonly string[]; formToken: string; action: FormAction };

export function DossierMailForm({ names, formToken, action }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      {names.map((name) => (
        <input key={name} type="hidden" name="contenu" value={name} />
      ))}
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="Elle ne sert qu’à cet envoi, et n’est pas gardée."
        autoComplete="email"
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>M’envoyer ce dossier</SubmitButton>
    </Form>
  );
}
