"use client";

import type { ReactNode } from "react";
import { DespiteField } from "#components/forms/despite-field";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { useMayAct } from "#components/forms/may-act";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import type { ButtonLook } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { type FormAction, textValue } from "#lib/forms/state";

type Props = {
  action: FormAction;
  values?: Readonly<Record<string, string>>;
  label: string;
  look?: ButtonLook;
  /** Asks for an instant, in Paris time, under this name. */
  instant?: { name: string; label: string; initial?: string };
  /** Words of what unfolds the form; always in sight without them. Open again when something is wrong. */
  folded?: { summary: string; open?: boolean };
  children?: ReactNode;
};

/** A button that acts: a form of its own, so that it posts with or without scripts. */
export function ActionButton({ action, values = {}, label, look, instant, folded, children }: Props) {
  const [state, submit] = useForm(action);
  const mayAct = useMayAct();
  const shown = textValue(state, "agreement");
  const form = (
    <Form state={state} submit={submit}>
      <HiddenFields values={shown ? { ...values, shown } : values} />
      {children}
      {instant && (
        <TextField
          state={state}
          name={instant.name}
          label={instant.label}
          initial={instant.initial}
          type="datetime-local"
          required
        />
      )}
      <DespiteField state={state} />
      <SubmitButton look={look}>{label}</SubmitButton>
    </Form>
  );
  if (!mayAct) return null;
  if (!folded) return form;
  return (
    <Fold look="inset" summary={folded.summary} open={folded.open || state.status === "invalid"}>
      {form}
    </Fold>
  );
}
