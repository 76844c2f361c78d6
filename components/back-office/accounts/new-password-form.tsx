"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { LinkButton } from "#components/ui/button";
import { PASSWORD_HINT, SPENT_LINK } from "#lib/auth/labels";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

export function SpentPasswordLink() {
  return (
    <>
      <p className="mb-4">{SPENT_LINK}</p>
      <LinkButton href={paths.signInStep("mot-de-passe-oublie")}>Demander un autre lien</LinkButton>
    </>
  );
}

type Props = { action: FormAction; token: string; email: string };

export function NewPasswordForm({ action, token, email }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <TextField
        state={state}
        name="password"
        label="Nouveau mot de passe"
        hint={PASSWORD_HINT}
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton>Changer mon mot de passe</SubmitButton>
      <p className="text-muted">
        Toutes vos sessions seront fermées{"\u00A0"}: vous vous connecterez avec le nouveau mot de passe.
      </p>
    </Form>
  );
}
