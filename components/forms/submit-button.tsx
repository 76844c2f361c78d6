"use client";

import { useFormStatus } from "react-dom";
import { useMayAct } from "#components/forms/may-act";
import { Button, type ButtonLook } from "#components/ui/button";

type Props = { children: string; look?: ButtonLook; name?: string; value?: string };

/** Sends the form. While it leaves, the button says so; it stays enabled, for the server hears a double tap once. */
export function SubmitButton({ children, ...button }: Props) {
  const { pending } = useFormStatus();
  if (!useMayAct()) return null;
  return (
    <div>
      <Button {...button}>{pending ? "Envoi en cours…" : children}</Button>
    </div>
  );
}
