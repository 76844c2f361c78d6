"use client";

import type { ReactNode } from "react";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { AddressField } from "#components/people/address-field";
import type { FormAction } from "#lib/forms/state";

type Props = {
  action: FormAction;
  values: Readonly<Record<string, string>>;
  email: string;
  children: ReactNode;
};

export function RegistrantAddressForm({ action, values, email, children }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={values} />
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="La confirmation et de nouveaux liens y partiront aussitôt."
        initial={email}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Corriger et écrire</SubmitButton>
        {children}
      </div>
    </Form>
  );
}
