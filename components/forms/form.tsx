"use client";

import { type FormEvent, type ReactNode, useActionState, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { type FormAction, type FormState, IDLE } from "#lib/forms/state";

/** Ties a form to its server action. @returns what the form shows, and what its `action` attribute takes */
export function useForm(action: FormAction): [FormState, (data: FormData) => void] {
  const [state, submit] = useActionState(action, IDLE);
  return [state, submit];
}

type Props = { state: FormState; submit: (data: FormData) => void; children: ReactNode };

/** Kept back without a connection: what was typed would be lost with the answer that never comes. */
function useConnection(): [lost: boolean, check: (event: FormEvent) => void] {
  const [lost, setLost] = useState(false);
  const check = (event: FormEvent) => {
    setLost(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };
  return [lost, check];
}

/** A form that posts with or without scripts, and shows what is wrong before its fields. */
export function Form({ state, submit, children }: Props) {
  const [lost, check] = useConnection();
  return (
    <form action={submit} onSubmit={check} noValidate className="grid gap-6">
      <ErrorSummary state={state} />
      {children}
      {lost && (
        <p role="alert" className="font-semibold text-danger">
          La connexion est coupée. Rien de ce que vous avez saisi n’est perdu{"\u00A0"}: envoyez de nouveau dès qu’elle
          revient.
        </p>
      )}
    </form>
  );
}
