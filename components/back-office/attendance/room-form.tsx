"use client";

import { useState } from "react";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { type FormAction, textValue } from "#lib/forms/state";

type Props = { action: FormAction; values: Readonly<Record<string, string>>; roomUrl: string };

/** The address of a room alone. What it was when the form was opened goes along: a colleague may change it meanwhile. */
export function RoomForm({ action, values, roomUrl }: Props) {
  const [state, submit] = useForm(action);
  // The screen is drawn again while somebody types.
  const [before] = useState(roomUrl);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ ...values, before: textValue(state, "before", before) }} />
      <TextField
        state={state}
        name="roomUrl"
        label="Adresse de la salle"
        hint="Le lien de visioconférence. Il ne s’affiche jamais sur la page publique."
        initial={before}
        inputMode="url"
      />
      <SubmitButton>Changer l’adresse</SubmitButton>
    </Form>
  );
}
