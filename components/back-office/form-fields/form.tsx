"use client";

import { CheckboxField, RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { formFieldKindLabels } from "#lib/form-fields/labels";
import type { EditedFormField } from "#lib/form-fields/schema";
import { optionsOf } from "#lib/forms/options";
import { type FormAction, textValue } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  webinarId: string;
  action: FormAction;
  /** Absent for a new one. */
  field?: EditedFormField;
};

const kinds = optionsOf(formFieldKindLabels);

/** Once answered, the way to answer stays: what people wrote would not be an answer to another. */
function Kept({ field: { kind, answers } }: { field: EditedFormField }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <p className="text-muted">
        {counted(answers, "personne a répondu", "personnes ont répondu")}
        {"\u00A0"}: la manière de répondre ne change plus. Pour en changer, retirez ce champ, ses réponses restent, puis
        ajoutez-en un autre.
      </p>
    </>
  );
}

export function FormFieldForm({ webinarId, action, field }: Props) {
  const [state, submit] = useForm(action);
  const fixed = field && field.answers > 0 ? field : null;
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinarId" value={webinarId} />
      {field && <input type="hidden" name="id" value={field.id} />}
      {field && <input type="hidden" name="shown" value={textValue(state, "shown", field.shown)} />}
      <TextField
        state={state}
        name="label"
        label="Ce que vous demandez"
        hint={"Par exemple\u00A0: «\u202FVenez-vous avec votre équipe\u202F?\u202F» Ne demandez que ce qui servira."}
        initial={field?.label ?? ""}
        required
      />
      <TextField
        state={state}
        name="hint"
        label="Une phrase d’aide"
        hint="Écrite sous la demande, en plus petit."
        initial={field?.hint ?? ""}
      />
      {fixed ? (
        <Kept field={fixed} />
      ) : (
        <RadioGroup
          state={state}
          name="kind"
          label="Comment on répond"
          options={kinds}
          initial={field?.kind ?? "line"}
          required
        />
      )}
      {fixed?.kind !== undefined && fixed.kind !== "choice" ? null : (
        <TextArea
          state={state}
          name="options"
          label="Les réponses proposées"
          hint={fixed ? "Une par ligne." : "Pour un choix parmi plusieurs seulement. Une par ligne."}
          required={fixed !== null}
          initial={field?.options.join("\n") ?? ""}
          rows={4}
        />
      )}
      <CheckboxField
        state={state}
        name="required"
        label="Il faut répondre pour s’inscrire"
        initial={field?.required ?? false}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{field ? "Enregistrer" : "Ajouter ce champ"}</SubmitButton>
        {field && (
          <a
            href={`${paths.adminWebinar(webinarId, "formulaire")}#${field.id}`}
            className="inline-flex min-h-11 items-center"
          >
            Revenir sans enregistrer
          </a>
        )}
      </div>
    </Form>
  );
}
