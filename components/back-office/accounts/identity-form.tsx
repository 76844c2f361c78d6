"use client";

import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";

type Props = { action: FormAction; back: string; formToken: string };

export function IdentityForm({ action, back, formToken }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="retour" value={back} />
      <TextField
        state={state}
        name="present"
        label="Votre mot de passe"
        type="password"
        autoComplete="current-password"
        required
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>Continuer</SubmitButton>
    </Form>
  );
}
