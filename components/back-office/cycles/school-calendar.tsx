"use client";

import { FileField } from "#components/forms/file-field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";

export function SchoolCalendarForm({ action }: { action: FormAction }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <FileField
        state={state}
        name="file"
        label="Fichier du calendrier scolaire"
        hint="Son nom finit par .ics. Il remplace ce qui était chargé pour ses zones à partir de son premier jour."
        accept=".ics,text/calendar"
        required
      />
      <SubmitButton look="secondary">Charger le calendrier</SubmitButton>
    </Form>
  );
}
