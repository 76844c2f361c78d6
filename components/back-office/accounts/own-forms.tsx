"use client";

import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { PASSWORD_HINT } from "#lib/auth/labels";
import type { FormAction, FormState } from "#lib/forms/state";

type Props = { action: FormAction; formToken: string };

const Present = ({ state, name }: { state: FormState; name: string }) => (
  <TextField
    state={state}
    name={name}
    label="Mot de passe actuel"
    type="password"
    autoComplete="current-password"
    required
  />
);

export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <TextField
        state={state}
        name="name"
        label="Votre nom"
        hint="Tel que vos collègues le lisent."
        initial={name}
        autoComplete="name"
        required
      />
      <SubmitButton look="secondary">Changer mon nom</SubmitButton>
    </Form>
  );
}

export function EmailForm({ action, formToken, email }: Props & { email: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <TextField
        state={state}
        name="email"
        label="Nouvelle adresse électronique"
        hint={`Aujourd’hui\u00A0: ${email}. Elle change quand vous ouvrez le lien envoyé à la nouvelle.`}
        type="email"
        autoComplete="email"
        required
      />
      <Present state={state} name="emailPresent" />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton look="secondary">Changer mon adresse</SubmitButton>
    </Form>
  );
}

export function PasswordForm({ action, formToken }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <Present state={state} name="present" />
      <TextField
        state={state}
        name="password"
        label="Nouveau mot de passe"
        hint={PASSWORD_HINT}
        type="password"
        autoComplete="new-password"
        required
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton look="secondary">Changer mon mot de passe</SubmitButton>
    </Form>
  );
}
