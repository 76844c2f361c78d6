"use client";

import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { intentionLabels, usefulnessLabel } from "#lib/surveys/labels";
import { USEFULNESS_SCALE } from "#lib/surveys/schema";

const notes = USEFULNESS_SCALE.map((note) => ({ value: String(note), label: usefulnessLabel(note) }));
const intentions = optionsOf(intentionLabels);

export function SurveyForm({ action, token }: { action: FormAction; token: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <RadioGroup
        state={state}
        name="usefulness"
        label={"Cette séance vous a-t-elle été utile\u202F?"}
        options={notes}
        required
      />
      <RadioGroup
        state={state}
        name="intention"
        label={"Allez-vous mettre quelque chose en pratique\u202F?"}
        options={intentions}
        required
      />
      <TextArea
        state={state}
        name="wish"
        label={"Quel sujet pour la suite\u202F?"}
        hint={
          "En 500 caractères au plus. N’écrivez aucun nom, ni le vôtre ni celui d’une autre personne\u00A0: l’équipe lira ce texte tel quel."
        }
        rows={3}
      />
      <SubmitButton>Envoyer mon avis</SubmitButton>
    </Form>
  );
}
