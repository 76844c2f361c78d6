import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

export type Choice = { value: string; label: string };

type Props = FieldProps & {
  state: FormState;
  initial?: string;
  options: readonly Choice[];
  /** Words of the empty choice; none when a choice is always made. */
  placeholder?: string;
  autoComplete?: string;
};

export function SelectField({ state, initial, options, placeholder, autoComplete, ...field }: Props) {
  const error = errorOf(state, field.name);
  const value = textValue(state, field.name, initial);
  return (
    <LabelledField {...field} error={error}>
      <select
        // React resets a form after its action, but gives a select the value it had at first: a new one is needed.
        key={value}
        {...described(field.name, field.hint, error)}
        defaultValue={value}
        autoComplete={autoComplete}
        required={field.required}
        className={controlStyle}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
