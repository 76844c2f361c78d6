"use client";

import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { type Choice, SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { roleLabels, roleMeanings } from "#lib/accounts/labels";
import type { FormAction } from "#lib/forms/state";
import type { Role } from "#prisma/enums";

const explained = (Object.keys(roleLabels) as Role[]).map((role) => ({
  value: role,
  label: `${roleLabels[role]}\u00A0: ${roleMeanings[role]}`,
}));

type Props = {
  action: FormAction;
  /** Those that a partner may belong to. */
  centres: readonly Choice[];
};

export function InvitationForm({ action, centres }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        hint="Un lien y part. La personne choisit elle-même son mot de passe."
        type="email"
        autoComplete="off"
        required
      />
      <RadioGroup state={state} name="role" label="Rôle" options={explained} initial="editor" required />
      <SelectField
        state={state}
        name="centreId"
        label="Centre"
        when="pour un partenaire"
        hint="Celui dont il écrit les fiches."
        options={centres}
        placeholder="Aucun"
      />
      <SubmitButton>Inviter</SubmitButton>
    </Form>
  );
}
