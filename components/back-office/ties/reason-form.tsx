"use client";

import { CheckboxField } from "#components/forms/choice-fields";
import { DespiteField } from "#components/forms/despite-field";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import type { FormAction } from "#lib/forms/state";

type Props = {
  action: FormAction;
  needId: string;
  centreId: string;
  version: number;
  initial: { reason: string; doubtful: boolean };
};

/** Why a centre answers a need: a part of the form of the need, saved with the rest as it stands. */
export function ReasonForm({ action, needId, centreId, version, initial }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ needId, centreId, version: String(version) }} />
      <TextArea
        state={state}
        name="reason"
        label="Pourquoi ce centre répond au besoin"
        hint={"La page du besoin et celle du centre le disent. Vide\u00A0: il n’y répond pas."}
        initial={initial.reason}
      />
      <CheckboxField state={state} name="doubtful" label="À confirmer" initial={initial.doubtful} />
      <DespiteField state={state} />
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="step" value="publish">
          Publier
        </SubmitButton>
        <SubmitButton name="step" value="save" look="secondary">
          Enregistrer sans publier
        </SubmitButton>
      </div>
    </Form>
  );
}
