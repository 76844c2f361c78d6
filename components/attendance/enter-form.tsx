"use client";

import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";

/** The address of the room is not in the page: the answer to the click leads there. */
export function EnterForm({ action, token, webinar }: { action: FormAction; token: string; webinar?: string }) {
  const [state, submit] = useForm(action);
  return (
    <div className="text-xl [&_button]:min-h-16 [&_button]:w-full [&_button]:px-10 sm:[&_button]:w-auto">
      <Form state={state} submit={submit}>
        <input type="hidden" name="token" value={token} />
        {webinar !== undefined && <input type="hidden" name="seance" value={webinar} />}
        <SubmitButton>Entrer dans la salle</SubmitButton>
      </Form>
    </div>
  );
}
