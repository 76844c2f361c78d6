"use client";

import { FileField } from "#components/forms/file-field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import type { FormAction } from "#lib/forms/state";

export function BringTableForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <FileField
        state={state}
        name="file"
        label="Fichier CSV"
        hint="Enregistré par Excel, LibreOffice ou un autre outil, 10 Mo au plus. La première ligne donne les titres des colonnes. Déposez-le ici, ou choisissez-le."
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
      />
      <TextArea
        state={state}
        name="pasted"
        label="Ou des cellules copiées d’un tableur"
        hint="Avec leur ligne de titres."
        rows={6}
      />
      <SubmitButton>Lire le tableau</SubmitButton>
    </Form>
  );
}
