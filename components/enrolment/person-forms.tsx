"use client";
import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { AddressField } from "#components/people/address-field";
import { LinkButton } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import type { RegistrationsView } from "#lib/enrolment/page/schema";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { NEWSLETTER } from "#lib/people/labels";
import { paths } from "#lib/platform/paths";
import { profileLabels } from "#lib/profiles/labels";

const profiles = optionsOf(profileLabels);

type Props = { action: FormAction; token: string };

/** Changes what a person said of themselves. Their address is who they are: it changes apart. */
export function DetailsForm({ action, token, person }: Props & { person: NonNullable<RegistrationsView["person"]> }) {
  const [state, submit] = useForm(action);
  return (
    <Fold look="inset" summary="Modifier mes informations">
      <Form state={state} submit={submit}>
        <input type="hidden" name="token" value={token} />
        <div className="grid items-end gap-6 sm:grid-cols-2">
          <TextField
            state={state}
            name="firstName"
            label="Prénom"
            initial={person.firstName}
            autoComplete="given-name"
            required
          />
          <TextField
            state={state}
            name="lastName"
            label="Nom"
            initial={person.lastName}
            autoComplete="family-name"
            required
          />
        </div>
        <SelectField
          state={state}
          name="profile"
          label="Vous êtes"
          options={profiles}
          initial={person.profile}
          required
        />
        <div className="grid items-end gap-6 sm:grid-cols-2">
          <TextField
            state={state}
            name="organisation"
            label="Organisation"
            initial={person.organisation ?? ""}
            autoComplete="organization"
          />
          <TextField state={state} name="territory" label="Territoire" initial={person.territory ?? ""} />
        </div>
        <TextArea
          state={state}
          name="accessNeeds"
          label="Ce qui vous aiderait à participer"
          hint="Pour les séances à venir. Lu par l’équipe d’organisation seulement, effacé trente jours après la séance."
          initial={person.accessNeeds ?? ""}
          rows={2}
        />
        <CheckboxField state={state} name="newsletter" label={NEWSLETTER} initial={person.newsletter} />
        <SubmitButton>Enregistrer</SubmitButton>
      </Form>
    </Fold>
  );
}

export function AddressForm({ action, token }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Fold look="inset" summary="Changer d’adresse">
      <Form state={state} submit={submit}>
        <input type="hidden" name="token" value={token} />
        <AddressField
          state={state}
          label="Nouvelle adresse électronique"
          hint="Un message y part pour vérifier qu’elle est à vous. Vos places et vos tours ne changent pas."
          autoComplete="email"
        />
        <SubmitButton>Vérifier cette adresse</SubmitButton>
      </Form>
    </Fold>
  );
}

export function AdoptAddressForm({ action, token }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Oui, c’est mon adresse</SubmitButton>
        <LinkButton href={paths.webinars()} look="secondary">
          Non, voir les webinaires
        </LinkButton>
      </div>
    </Form>
  );
}

export function LeaveCycleForm({
  action,
  token,
  cycle: { slug, held },
}: Props & { cycle: RegistrationsView["subscriptions"][number] }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="cycle" value={slug} />
      {held > 0 && (
        <label className="flex min-h-11 cursor-pointer items-center gap-3">
          <input type="checkbox" name="giveBack" className="size-6 shrink-0 accent-brand" />
          <span>
            {held > 1 ? `Et rendre mes ${held} places à venir` : "Et rendre ma place à venir"}, confirmé en un seul
            message
          </span>
        </label>
      )}
      <SubmitButton look="secondary">Ne plus suivre ce cycle</SubmitButton>
    </Form>
  );
}

/** Erases everything that is held about a person, once they said that they want it. */
export function EraseForm({ action, token }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Fold look="inset" summary="Effacer mes données">
      <p>
        Vos places à venir sont rendues, vos questions non retenues disparaissent, vos attestations ne peuvent plus être
        ni téléchargées ni vérifiées, et ce lien n’ouvre plus rien. Il ne reste que des nombres, où rien ne vous
        désigne. C’est immédiat, et personne ne peut revenir en arrière.
      </p>
      <Form state={state} submit={submit}>
        <input type="hidden" name="token" value={token} />
        <CheckboxField
          state={state}
          name="agreed"
          label="Oui, je veux effacer toutes mes données, tout de suite"
          required
        />
        <SubmitButton look="danger">Effacer mes données</SubmitButton>
      </Form>
    </Fold>
  );
}
