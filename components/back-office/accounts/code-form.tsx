"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { Fold } from "#components/ui/fold";
import type { FormAction } from "#lib/forms/state";
import { quoted } from "#lib/platform/text";

export function CodeForm({ action, back }: { action: FormAction; back: string }) {
  const [state, submit] = useForm(action);
  return (
    <div className="grid gap-4">
      <Form state={state} submit={submit}>
        <input type="hidden" name="retour" value={back} />
        <TextField
          state={state}
          name="code"
          label="Code"
          hint="Les six chiffres que montre votre application d’authentification, ou un code de secours."
          autoComplete="one-time-code"
          required
        />
        <SubmitButton>Continuer</SubmitButton>
      </Form>
      <Fold look="line" summary={"Vous n’avez pas votre téléphone\u202F?"}>
        <p>
          Donnez un de vos codes de secours{"\u00A0"}: seize lettres et chiffres, notés le jour où vous avez mis votre
          téléphone en place. Chacun sert une fois.
        </p>
        <p className="mt-2">
          Vous ne les avez pas non plus{"\u202F"}? Demandez de vive voix à une autre administratrice de retirer votre
          second facteur, dans {quoted("Comptes")}. Vous en serez prévenues toutes les deux.
        </p>
      </Fold>
    </div>
  );
}
