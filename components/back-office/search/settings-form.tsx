"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import type { FormAction } from "#lib/forms/state";

type Props = { lines: { synonyms: string; tests: string }; shown: string; action: FormAction };

export function SearchSettingsForm({ lines, shown, action }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <LeaveGuard state={state} />
      <HiddenFields values={{ shown }} />
      <TextArea
        state={state}
        name="synonyms"
        label="Synonymes"
        hint="Un groupe par ligne, ses mots séparés par des virgules. Qui tape l’un trouve aussi les autres."
        initial={lines.synonyms}
        rows={16}
      />
      <TextArea
        state={state}
        name="tests"
        label="Recherches d’essai"
        hint="Une par ligne : les mots, une flèche →, l’adresse de la page qui devrait venir en tête."
        initial={lines.tests}
        rows={8}
      />
      <SubmitButton>Enregistrer</SubmitButton>
    </Form>
  );
}
