"use client";

import { Form, useForm } from "#components/forms/form";
import { type Choice, SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { FormAction, FormState } from "#lib/forms/state";
import type { PartnerLink } from "#lib/partner-links/schema";
import { paths } from "#lib/platform/paths";

type Props = {
  webinarId: string;
  action: FormAction;
  /** Those whose partners may be told how many a link brought. */
  centres: readonly Choice[];
};

function CentreField({ state, centres, initial }: { state: FormState; centres: readonly Choice[]; initial?: string }) {
  return (
    <SelectField
      state={state}
      name="centreId"
      label="Centre de ressources"
      hint={
        "Si le lien est transmis par un centre\u00A0: ses comptes de partenaires liront combien d’inscriptions il apporte, sans aucun nom."
      }
      options={centres}
      placeholder="Aucun"
      initial={initial}
    />
  );
}

function PartnerField({ state, initial }: { state: FormState; initial?: string }) {
  return (
    <TextField
      state={state}
      name="partner"
      label="Partenaire"
      hint={
        "Avec son article, par exemple «\u202Fla Région Sud\u202F»\u00A0: qui suit le lien lit «\u202FVous vous inscrivez par l’intermédiaire de la Région Sud\u202F»."
      }
      initial={initial}
      required
    />
  );
}

function QuotaField({ state, initial }: { state: FormState; initial?: string }) {
  return (
    <TextField
      state={state}
      name="quota"
      label="Nombre d’inscriptions"
      hint={"Combien de personnes peuvent s’inscrire par ce lien. Vide\u00A0: sans limite."}
      initial={initial}
      inputMode="numeric"
    />
  );
}

export function PartnerLinkForm({ webinarId, action, centres }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinarId" value={webinarId} />
      <PartnerField state={state} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <QuotaField state={state} />
        <TextField
          state={state}
          name="code"
          label="Code"
          hint={"La fin de l’adresse\u00A0: lettres sans accent, chiffres, traits d’union. Vide, il vient du nom."}
        />
      </div>
      <CentreField state={state} centres={centres} />
      <SubmitButton>Créer le lien</SubmitButton>
    </Form>
  );
}

/** Changes a link. Its code was passed on: it stays. */
export function PartnerLinkEditForm({ webinarId, action, centres, partnerLink }: Props & { partnerLink: PartnerLink }) {
  const [state, submit] = useForm(action);
  const { id, partner, quota, centreId, holders } = partnerLink;
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinarId" value={webinarId} />
      <input type="hidden" name="id" value={id} />
      <PartnerField state={state} initial={partner} />
      <QuotaField state={state} initial={quota === null ? "" : String(quota)} />
      <CentreField state={state} centres={centres} initial={centreId ?? ""} />
      {holders > 0 && <p className="text-muted">Les personnes déjà inscrites le restent, même au-delà de ce nombre.</p>}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Enregistrer</SubmitButton>
        <a href={`${paths.adminWebinar(webinarId, "partenaires")}#${id}`} className="inline-flex min-h-11 items-center">
          Revenir sans enregistrer
        </a>
      </div>
    </Form>
  );
}
