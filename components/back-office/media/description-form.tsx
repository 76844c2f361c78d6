"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";
import type { MediaView } from "#lib/media/schema";

type Props = {
  action: FormAction;
  media: Pick<MediaView, "id" | "credit" | "licence" | "language"> & { version: number };
};

export function DescriptionForm({ action, media: { id, version, credit, licence, language } }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ id, version: String(version) }} />
      <TextField state={state} name="credit" label="Crédit" initial={credit ?? ""} />
      <TextField state={state} name="licence" label="Licence" initial={licence ?? ""} />
      <TextField state={state} name="language" label="Langue" hint="fr, en…" initial={language ?? ""} />
      <SubmitButton>Enregistrer</SubmitButton>
    </Form>
  );
}
