"use client";

import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { type FormAction, textValue } from "#lib/forms/state";

type Props = { cycle: { id: string; title: string; provisional: boolean }; action: FormAction };

/** The title of a cycle and whether it is provisional. What was shown goes with it: a colleague's save is not written over. */
export function CycleForm({ cycle, action }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="id" value={cycle.id} />
      <input type="hidden" name="shownTitle" value={textValue(state, "shownTitle", cycle.title)} />
      <input
        type="hidden"
        name="shownProvisional"
        value={textValue(state, "shownProvisional", cycle.provisional ? "on" : "")}
      />
      <TextField state={state} name="title" label="Titre" initial={cycle.title} required />
      <CheckboxField
        state={state}
        name="provisional"
        label="Le programme est prévisionnel"
        hint="Le site dit alors que les dates et les sujets peuvent encore changer."
        initial={cycle.provisional}
      />
      <SubmitButton>Enregistrer</SubmitButton>
    </Form>
  );
}
