import { described, FieldError, FieldGroup, type FieldProps, Hint } from "#components/forms/field";
import type { Choice } from "#components/forms/select-field";
import { errorOf, type FormState, listValue, textValue } from "#lib/forms/state";

/**
 * Words stand in an element of their own: a browser that translates takes bare text away, and React puts boxes before it.
 * They end with a space: without styles, choices follow one another on a line.
 */
const row = "flex min-h-11 cursor-pointer items-center gap-3";
const box = "size-6 shrink-0 accent-brand";

type Choices = FieldProps & { state: FormState; options: readonly Choice[] };

export function RadioGroup({ state, initial, options, ...field }: Choices & { initial?: string }) {
  const chosen = textValue(state, field.name, initial);
  return (
    <FieldGroup {...field} error={errorOf(state, field.name)}>
      {options.map(({ value, label }, index) => (
        <label key={value} className={row}>
          <input
            key={chosen}
            id={index === 0 ? field.name : undefined}
            type="radio"
            name={field.name}
            value={value}
            defaultChecked={chosen === value}
            className={box}
          />
          <span>{`${label} `}</span>
        </label>
      ))}
    </FieldGroup>
  );
}

export function CheckboxGroup({ state, initial, options, ...field }: Choices & { initial?: readonly string[] }) {
  const chosen = listValue(state, field.name, initial);
  return (
    <FieldGroup {...field} error={errorOf(state, field.name)}>
      {options.map(({ value, label }, index) => (
        <label key={value} className={row}>
          <input
            key={String(chosen.includes(value))}
            id={index === 0 ? field.name : undefined}
            type="checkbox"
            name={field.name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className={box}
          />
          <span>{`${label} `}</span>
        </label>
      ))}
    </FieldGroup>
  );
}

/** One box to tick. Never ticked beforehand unless `initial` says that it was. */
export function CheckboxField({
  state,
  initial = false,
  ...field
}: FieldProps & { state: FormState; initial?: boolean }) {
  const error = errorOf(state, field.name);
  const ticked = textValue(state, field.name, initial ? "on" : "") === "on";
  return (
    <div>
      <label className={`${row} font-semibold`}>
        <input
          key={String(ticked)}
          {...described(field.name, field.hint, error)}
          type="checkbox"
          value="on"
          defaultChecked={ticked}
          className={box}
        />
        <span>{field.label}</span>
      </label>
      <Hint name={field.name} hint={field.hint} />
      <FieldError name={field.name} error={error} />
    </div>
  );
}
