"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";

/** The way into the back office. */
export function SignInForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        state={state}
        name="password"
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        state={state}
        name="code"
        label="Code de vérification, si vous l’avez activé"
        hint="Les six chiffres de votre application d’authentification."
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <SubmitButton>Se connecter</SubmitButton>
    </Form>
  );
}
