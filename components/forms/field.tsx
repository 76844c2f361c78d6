import type { ReactNode } from "react";

/** What every field is given. `id` is the name, so that the summary of errors can lead to it. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** « pour un partenaire »: when it is asked of some only. */
  when?: string;
};

const hintId = (name: string) => `${name}-hint`;
const errorId = (name: string) => `${name}-error`;

export const described = (name: string, hint: string | undefined, error: string | undefined) => ({
  id: name,
  name,
  "aria-describedby": [hint && hintId(name), error && errorId(name)].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

/** Looks of text controls; 16 px at least, so that phones do not zoom. */
export const controlStyle =
  "block w-full rounded-lg border-2 border-control bg-surface px-3 py-2.5 text-base text-ink aria-invalid:border-danger";

function Optional({ when = "facultatif" }: Pick<FieldProps, "when">) {
  return <span className="font-normal text-muted"> ({when})</span>;
}

export function Hint({ name, hint }: { name: string; hint?: string }) {
  return hint ? (
    <p id={hintId(name)} className="mb-1.5 text-muted">
      {hint}
    </p>
  ) : null;
}

export function FieldError({ name, error }: { name: string; error?: string }) {
  return error ? (
    <p id={errorId(name)} className="mb-1.5 font-semibold text-danger">
      Erreur{"\u00A0"}: {error}
    </p>
  ) : null;
}

type Labelled = FieldProps & { error?: string; children: ReactNode };

export function LabelledField({ name, label, hint, required = false, when, error, children }: Labelled) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
        {!required && <Optional when={when} />}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children}
    </div>
  );
}

/** Legend, hint and error around several boxes or buttons. The first one carries the name as its id. */
export function FieldGroup({ name, label, hint, required = false, when, error, children }: Labelled) {
  return (
    <fieldset aria-describedby={described(name, hint, error)["aria-describedby"]}>
      <legend className="mb-1 font-semibold">
        {label}
        {!required && <Optional when={when} />}
      </legend>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,22rem),1fr))] gap-x-6 gap-y-1">{children}</div>
    </fieldset>
  );
}
