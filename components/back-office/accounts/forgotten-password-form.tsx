"use client";

import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

const BackToSignIn = () => (
  <a href={paths.signIn()} className="inline-flex min-h-11 items-center font-semibold">
    Revenir à la connexion
  </a>
);

/** The same for every address. */
export function LinkSent() {
  return (
    <div className="grid gap-4">
      <p role="status">
        Si cette adresse est celle d’un compte, un message y arrive dans les minutes qui viennent. Son lien sert une
        fois, pendant une heure.
      </p>
      <p className="text-muted">
        Rien n’arrive{"\u202F"}? Regardez parmi les indésirables, vérifiez que c’est bien l’adresse de votre compte, ou
        demandez à une administratrice. Trois messages au plus partent en une heure.
      </p>
      <BackToSignIn />
    </div>
  );
}

/** `leaves`: whether the portal has a mail server. */
type Props = { action: FormAction; formToken: string; leaves: boolean };

export function ForgottenPasswordForm({ action, formToken, leaves }: Props) {
  const [state, submit] = useForm(action);
  return (
    <div className="grid gap-6">
      {!leaves && (
        <Notice look="warning" title="Ce portail n’envoie pas encore de messages.">
          <p>
            Aucun serveur de messagerie n’est réglé{"\u00A0"}: le lien attendra. Demandez à la personne qui a installé
            le portail.
          </p>
        </Notice>
      )}
      <Form state={state} submit={submit}>
        <TextField
          state={state}
          name="email"
          label="Adresse électronique"
          hint="Celle avec laquelle vous vous connectez."
          type="email"
          autoComplete="username"
          required
        />
        <FormProof state={state} formToken={formToken} />
        <SubmitButton>Recevoir un lien</SubmitButton>
        <BackToSignIn />
      </Form>
    </div>
  );
}
