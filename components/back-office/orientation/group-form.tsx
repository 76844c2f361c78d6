"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import type { FormAction } from "#lib/forms/state";

type Props = { need: string; lines: string; shown: string; words: readonly string[]; action: FormAction };

export function OrientationGroupForm({ need, lines, shown, words, action }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ need, shown }} />
      <TextArea
        state={state}
        name="lines"
        label="Ce qui est proposé, dans l’ordre"
        hint={`Une ligne chacun\u00A0: l’adresse sur ce portail, les minutes, puis pourquoi. Les lignes «\u202FS’informer\u202F», «\u202FSe former\u202F» et «\u202FAgir\u202F» ouvrent chaque moment. Pour certains publics seulement, finissez par une barre et leurs noms\u00A0: | ${words.join(", ")}.`}
        initial={lines}
        rows={16}
      />
      <SubmitButton>Enregistrer sans mettre en ligne</SubmitButton>
    </Form>
  );
}
