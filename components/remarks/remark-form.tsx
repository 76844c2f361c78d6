"use client";

import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { AddressField } from "#components/people/address-field";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { verdictChoices } from "#lib/remarks/labels";

type Props = { action: FormAction; formToken: string; page: string | null };

export function RemarkForm({ action, formToken, page }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      {page !== null && <HiddenFields values={{ page }} />}
      <RadioGroup state={state} name="verdict" label="Votre réponse" options={optionsOf(verdictChoices)} required />
      <TextArea
        state={state}
        name="text"
        label="En une phrase"
        hint="Ce qui manque, ce qui est faux, ce qui vous a servi. N’écrivez rien de personnel."
      />
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="Seulement si vous attendez une réponse. Elle ne sert à rien d’autre."
        autoComplete="email"
        required={false}
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>Envoyer</SubmitButton>
    </Form>
  );
}
