"use client";

import type { ReactNode } from "react";
import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { AddressField } from "#components/people/address-field";
import type { ButtonLook } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import type { FormAction, FormState } from "#lib/forms/state";

type Act = { action: FormAction; id: string };

type FrameProps = Act & {
  summary: string;
  button: string;
  look?: ButtonLook;
  fields: (state: FormState) => ReactNode;
};

/** One act on a person, folded until it is wanted, and open again when something is wrong. */
function ActForm({ action, id, summary, button, look, fields }: FrameProps) {
  const [state, submit] = useForm(action);
  return (
    <Fold look="inset" summary={summary} open={state.status === "invalid"}>
      <Form state={state} submit={submit}>
        <HiddenFields values={{ id }} />
        {fields(state)}
        <SubmitButton look={look}>{button}</SubmitButton>
      </Form>
    </Fold>
  );
}

export const NameForm = ({ firstName, lastName, ...act }: Act & { firstName: string; lastName: string }) => (
  <ActForm
    {...act}
    summary="Corriger le nom"
    button="Corriger le nom"
    fields={(state) => (
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField state={state} name="firstName" label="Prénom" initial={firstName} required />
        <TextField state={state} name="lastName" label="Nom" initial={lastName} required />
      </div>
    )}
  />
);

export const AddressForm = ({ email, ...act }: Act & { email: string }) => (
  <ActForm
    {...act}
    summary="Corriger l’adresse"
    button="Corriger et écrire"
    fields={(state) => (
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="Tout ce que cette personne a suivra la nouvelle adresse, où de nouveaux liens partent aussitôt. Rien n’est écrit à l’ancienne."
        initial={email}
      />
    )}
  />
);

export const SessionForm = ({ sessions, ...act }: Act & { sessions: readonly { value: string; label: string }[] }) => (
  <ActForm
    {...act}
    summary="Inscrire à une séance"
    button="Inscrire et prévenir"
    fields={(state) => (
      <SelectField
        state={state}
        name="webinarId"
        label="Séance"
        options={sessions}
        placeholder="Choisissez dans la liste"
        required
      />
    )}
  />
);

export const ErasureForm = (act: Act) => (
  <ActForm
    {...act}
    summary="Effacer cette personne"
    button="Effacer définitivement"
    look="danger"
    fields={(state) => (
      <>
        <p>
          Ses places à venir sont rendues et proposées, et plus rien ici ne dira qui elle est. Si elle est inscrite
          quelque part, un dernier message le lui confirme. Rien ne permet de revenir en arrière.
        </p>
        <CheckboxField state={state} name="agreed" label="Cette personne a demandé à être effacée" required />
      </>
    )}
  />
);
