"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";

/**
 * The button that gives a seat back. Opening the page does nothing: only pressing it does.
 * @param token secret of the personal page
 */
export function CancellationForm({ action, token }: { action: FormAction; token: string }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton look="danger">Annuler mon inscription</SubmitButton>
    </Form>
  );
}
