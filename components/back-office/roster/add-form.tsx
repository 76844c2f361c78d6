"use client";

import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { AddressField } from "#components/people/address-field";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { NEWSLETTER_REPORTED } from "#lib/people/labels";
import { profileLabels } from "#lib/profiles/labels";

const profiles = optionsOf(profileLabels);

export function RegistrantAddForm({ action, id }: { action: FormAction; id: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <LeaveGuard state={state} />
      <input type="hidden" name="webinarId" value={id} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField state={state} name="firstName" label="Prénom" required />
        <TextField state={state} name="lastName" label="Nom" required />
      </div>
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="La confirmation et le lien de connexion y seront envoyés."
      />
      <SelectField
        state={state}
        name="profile"
        label="Profil"
        options={profiles}
        placeholder="Choisissez dans la liste"
        required
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField state={state} name="organisation" label="Organisation" />
        <TextField state={state} name="territory" label="Territoire" />
      </div>
      <TextArea state={state} name="question" label="Question à poser pendant la séance" rows={3} />
      <TextArea
        state={state}
        name="accessNeeds"
        label="Ce qui l’aiderait à participer"
        hint="Effacé trente jours après la séance."
        rows={2}
      />
      <CheckboxField
        state={state}
        name="newsletter"
        label={NEWSLETTER_REPORTED}
        hint="Seulement si elle vous l’a dit."
      />
      <SubmitButton>Inscrire et prévenir</SubmitButton>
    </Form>
  );
}
