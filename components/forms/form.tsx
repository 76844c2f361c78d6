"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, type ReactNode, useActionState, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { useMayAct } from "#components/forms/may-act";
import { bearTranslation } from "#components/forms/translated-page";
import { type FormAction, type FormState, IDLE, readFormData } from "#lib/forms/state";

bearTranslation();

/** Nothing is said of what was saved: the form may have arrived, and its answer been lost. */
const LOST = {
  title: "L’envoi n’a pas abouti",
  formError:
    "Rien de ce que vous avez saisi n’est perdu\u00A0: envoyez de nouveau. Si cela se répète, copiez votre texte et rechargez la page.",
};

/** An action whose answer may never come (a cut, a proxy, a page older than the portal): what was typed stays. */
const keeping =
  (action: FormAction): FormAction =>
  async (previous, data) => {
    try {
      return await action(previous, data);
    } catch (error) {
      unstable_rethrow(error);
      return { status: "invalid", values: readFormData(data), fieldErrors: {}, ...LOST };
    }
  };

/** Ties a form to its server action: what it shows, and what its `action` attribute takes. */
export function useForm(action: FormAction): [state: FormState, submit: (data: FormData) => void] {
  // The server draws the action itself, which browsers post to without scripts.
  const [state, submit] = useActionState(typeof window === "undefined" ? action : keeping(action), IDLE);
  return [state, submit];
}

type Props = {
  state: FormState;
  submit: (data: FormData) => void;
  /** Names of its fields, in whose order what is wrong is told. */
  names?: readonly string[];
  children: ReactNode;
};

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
export function Form({ state, submit, names, children }: Props) {
  const [lost, check] = useConnection();
  const mayAct = useMayAct();
  return (
    <form action={submit} onSubmit={check} noValidate className="grid gap-6">
      <ErrorSummary state={state} names={names} />
      <script type="module" async src="/forms.js" />
      {mayAct ? (
        children
      ) : (
        <fieldset disabled className="contents">
          {children}
        </fieldset>
      )}
      {lost && (
        <p role="alert" className="font-semibold text-danger">
          La connexion est coupée. Rien de ce que vous avez saisi n’est perdu{"\u00A0"}: envoyez de nouveau dès qu’elle
          revient.
        </p>
      )}
    </form>
  );
}
