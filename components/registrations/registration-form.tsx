"use client";

import { useActionState } from "react";
import { type FormAction, IDLE } from "#lib/forms/state";

/**
 * The registration form of a session.
 * @param action the server action that registers; the form posts to it natively when no script runs
 * @param webinarSlug the session
 */
export function RegistrationForm({ action, webinarSlug }: { action: FormAction; webinarSlug: string }) {
  const [, post] = useActionState(action, IDLE);
  return (
    <form action={post}>
      <input type="hidden" name="webinar" value={webinarSlug} />
    </form>
  );
}
