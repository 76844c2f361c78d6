"use client";

import { UploadField } from "#components/back-office/media/upload-field";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction } from "#lib/forms/state";
import { ACCEPTED } from "#lib/media/rules";

const HINT =
  "PDF, image, document Word, Excel, PowerPoint ou LibreOffice, de 25\u202FMo au plus. Choisissez-le, ou faites-le glisser ici.";
const CREDIT = "Qui l’a fait\u00A0: un auteur, un organisme.";
const LICENCE = "Par exemple\u00A0: Licence Ouverte 2.0, CC BY 4.0.";
const SAME_ADDRESS = "Du même type. L’adresse ne change pas\u00A0: ce qui la cite donne aussitôt le nouveau fichier.";

type Props = { action: FormAction; send: FormAction };

export function UploadForm({ action, send }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <UploadField state={state} send={send} name="file" label="Fichier" hint={HINT} accept={ACCEPTED} required />
      <TextField state={state} name="credit" label="Crédit" hint={CREDIT} />
      <TextField state={state} name="licence" label="Licence" hint={LICENCE} />
      <SubmitButton>Ajouter ce fichier</SubmitButton>
    </Form>
  );
}

export function ReplaceForm({ action, send, id }: Props & { id: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ id }} />
      <UploadField
        state={state}
        send={send}
        name="file"
        label="Nouveau fichier"
        hint={SAME_ADDRESS}
        accept={ACCEPTED}
        required
      />
      <SubmitButton look="secondary">Remplacer</SubmitButton>
    </Form>
  );
}
