"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { PASSWORD_HINT } from "#lib/auth/labels";
import type { FormAction } from "#lib/forms/state";

export function WelcomeForm({ action, token, email }: { action: FormAction; token: string; email: string | null }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <TextField
        state={state}
        name="name"
        label="Votre nom"
        hint="Tel que vos collègues le liront."
        autoComplete="name"
        required
      />
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        hint="Elle servira à vous connecter."
        initial={email ?? undefined}
        readOnly={email !== null}
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        state={state}
        name="password"
        label="Mot de passe"
        hint={PASSWORD_HINT}
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton>Créer mon compte</SubmitButton>
    </Form>
  );
}
