"use client";

import { useEffect, useState } from "react";
import { controlStyle } from "#components/forms/field";

type Props = {
  id: string;
  address: string;
  /** To whom, or to what, it leads: tells it from others to whoever hears it. */
  of: string;
};

const buttonStyle =
  "min-h-12 cursor-pointer rounded-full border-2 border-control bg-surface px-6 py-2 font-semibold hover:border-brand";

/** An address to pass on: selected when touched, copied by a button where scripts may. */
export function CopiedAddress({ id, address, of }: Props) {
  const [canCopy, setCanCopy] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  const name = `address-${id}`;
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-muted">
        Adresse à transmettre<span className="sr-only">, {of}</span>
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id={name}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlStyle} min-w-0 max-w-2xl flex-1 basis-64 select-all`}
        />
        {canCopy && (
          <button type="button" onClick={copy} className={buttonStyle}>
            <span aria-live="polite">{copied ? "Copiée" : "Copier"}</span>
          </button>
        )}
      </div>
    </div>
  );
}
