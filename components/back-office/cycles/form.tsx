"use client";

import { EditControl } from "#components/back-office/edit-field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { EditField } from "#lib/edit-forms/schema";
import { type FormAction, textValue } from "#lib/forms/state";

type Props = {
  cycle: { id: string; title: string; provisional: boolean };
  fields: readonly EditField[];
  action: FormAction;
};

/** The title of a cycle and whether it is provisional. What was shown goes with it: a colleague's save is not written over. */
export function CycleForm({ cycle, fields, action }: Props) {
  const [state, submit] = useForm(action);
  const shownProvisional = cycle.provisional ? "on" : "";
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="id" value={cycle.id} />
      <input type="hidden" name="shownTitle" value={textValue(state, "shownTitle", cycle.title)} />
      <input type="hidden" name="shownProvisional" value={textValue(state, "shownProvisional", shownProvisional)} />
      {fields.map((field) => (
        <EditControl
          key={field.name}
          field={field}
          state={state}
          initial={field.name === "title" ? cycle.title : shownProvisional}
        />
      ))}
      <SubmitButton>Enregistrer</SubmitButton>
    </Form>
  );
}
