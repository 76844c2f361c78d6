"use client";

import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { profileLabels } from "#lib/editorial/labels";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

const profiles = Object.entries(profileLabels).map(([value, label]) => ({ value, label }));

/** Why these questions, for how long, and where to know more: said before the button, and no tick is asked for it. */
function InformationNotice() {
  return (
    <p className="text-muted">
      Ces informations servent à organiser la séance et à vous écrire à son sujet{"\u00A0"}: confirmation, lien de
      connexion, changement éventuel. Elles sont anonymisées six mois après la séance. Vos droits et le détail{"\u00A0"}
      : <a href={paths.page("donnees-personnelles")}>Données personnelles</a>.
    </p>
  );
}

/**
 * The registration form of a session.
 * @param action the server action that registers; the form posts to it natively when no script runs
 * @param webinarSlug the session
 */
export function RegistrationForm({ action, webinarSlug }: { action: FormAction; webinarSlug: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinar" value={webinarSlug} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField state={state} name="firstName" label="Prénom" autoComplete="given-name" required />
        <TextField state={state} name="lastName" label="Nom" autoComplete="family-name" required />
      </div>
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        hint={"La confirmation et le lien de connexion y seront envoyés. Exemple\u00A0: prenom.nom@exemple.fr"}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
      />
      <SelectField
        state={state}
        name="profile"
        label="Vous êtes"
        options={profiles}
        placeholder="Choisissez dans la liste"
        required
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          state={state}
          name="organisation"
          label="Organisation"
          hint="Mairie, association…"
          autoComplete="organization"
        />
        <TextField state={state} name="territory" label="Territoire" hint="Commune, département…" />
      </div>
      <TextArea state={state} name="question" label="Une question à poser pendant la séance" rows={3} />
      <TextArea
        state={state}
        name="accessNeeds"
        label="Ce qui vous aiderait à participer"
        hint="Sous-titres, langue des signes, documents adaptés… Lu par l’équipe d’organisation seulement, effacé trente jours après la séance."
        rows={2}
      />
      <CheckboxField state={state} name="newsletter" label="Je souhaite aussi recevoir la lettre d’information" />
      <InformationNotice />
      <SubmitButton>M’inscrire</SubmitButton>
    </Form>
  );
}
