"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "#lib/forms/state";

/** What the front writes too, in the title of a page that comes back without scripts. */
const ERROR = "Erreur\u00A0: ";

type Props = {
  /** The answer itself: a copy made anew takes the focus each time. */
  state: FormState;
  /** In whose order what is wrong is told; absent, as the answer says it. */
  names?: readonly string[] | undefined;
};

/** The attribute focuses it on a page that came back without scripts, the effect when scripts replaced the state. */
export function ErrorSummary({ state, names = [] }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== "invalid") return;
    box.current?.focus();
    if (!document.title.startsWith(ERROR)) document.title = `${ERROR}${document.title}`;
    return () => {
      if (document.title.startsWith(ERROR)) document.title = document.title.slice(ERROR.length);
    };
  }, [state]);
  if (state.status === "idle") return null;
  const errors = Object.entries(state.fieldErrors).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
  return (
    <div
      ref={box}
      role="alert"
      data-invalid=""
      tabIndex={-1}
      autoFocus
      className="rounded-card border-2 border-danger bg-surface p-5"
    >
      <h2 className="text-xl">
        {state.title ?? (errors.length > 0 ? "Il reste quelque chose à corriger" : "Ce n’est pas enregistré")}
      </h2>
      {state.formError && <p className="mt-2">{state.formError}</p>}
      {errors.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {errors.map(([name, message]) => (
            <li key={name}>
              <a href={`#${name}`} className="inline-flex min-h-8 items-center text-danger">
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
