"use client";

import { FileField } from "#components/forms/file-field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";

export function AttendanceReportForm({ action, id }: { action: FormAction; id: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinarId" value={id} />
      <FileField
        state={state}
        name="report"
        label="Fichier CSV des participants"
        hint={
          "Dans Zoom\u00A0: Rapports, Utilisation, Participants, Exporter. Dans Teams\u00A0: l’onglet Présence de la réunion, Télécharger. Personne n’est marqué avant votre vérification."
        }
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        required
      />
      <SubmitButton>Lire le relevé</SubmitButton>
    </Form>
  );
}
