"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { type FormAction, type FormState, IDLE } from "#lib/forms/state";

/** Ties a form to its server action. @returns what the form shows, and what its `action` attribute takes */
export function useForm(action: FormAction): [FormState, (data: FormData) => void] {
  const [state, submit] = useActionState(action, IDLE);
  return [state, submit];
}

type Props = { state: FormState; submit: (data: FormData) => void; children: ReactNode };

/** A form that posts with or without scripts, and shows what is wrong before its fields. */
export function Form({ state, submit, children }: Props) {
  return (
    <form action={submit} noValidate className="grid gap-6">
      <ErrorSummary state={state} />
      {children}
    </form>
  );
}
