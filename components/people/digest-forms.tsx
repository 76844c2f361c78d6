"use client";

import { CheckboxGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { AddressField } from "#components/people/address-field";
import type { FormAction, FormState } from "#lib/forms/state";
import { DIGEST_NOTICE } from "#lib/people/digest/labels";
import type { DigestChoice } from "#lib/people/digest/schema";
import { quoted } from "#lib/platform/text";

type Choices = { options: readonly DigestChoice[] };

function ChoiceBoxes({ state, options, chosen = [] }: Choices & { state: FormState; chosen?: readonly string[] }) {
  return (
    <CheckboxGroup
      state={state}
      name="choices"
      label="Ce que vous voulez suivre"
      options={options}
      initial={chosen}
      required
    />
  );
}

export function DigestForm({ action, formToken, options }: Choices & { action: FormAction; formToken: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <ChoiceBoxes state={state} options={options} />
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="Un message y demandera votre accord."
        autoComplete="email"
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>Suivre le portail</SubmitButton>
    </Form>
  );
}

type Preferences = Choices & { action: FormAction; token: string; chosen: readonly string[]; confirmed: boolean };

export function DigestPreferencesForm({ action, token, options, chosen, confirmed }: Preferences) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ token }} />
      <ChoiceBoxes state={state} options={options} chosen={chosen} />
      {!confirmed && <p>{`En confirmant, vous acceptez ceci\u00A0: ${quoted(DIGEST_NOTICE)}`}</p>}
      <SubmitButton>{confirmed ? "Enregistrer mes choix" : "Confirmer"}</SubmitButton>
    </Form>
  );
}
