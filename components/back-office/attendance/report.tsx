"use client";

import { FileField } from "#components/forms/file-field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";
import { quoted } from "#lib/platform/text";

type Props = {
  action: FormAction;
  id: string;
  /** Name of the report that is being reviewed, which this one takes the place of. */
  pending: string | undefined;
};

export function AttendanceReportForm({ action, id, pending }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinarId" value={id} />
      {pending && (
        <p>Un nouveau fichier remplacera {quoted(pending)}, en cours de vérification, et ce que vous y avez décidé.</p>
      )}
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
