import type { HTMLInputTypeAttribute, InputHTMLAttributes } from "react";
import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

type Props = FieldProps & {
  state: FormState;
  initial?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readOnly?: boolean;
  list?: string;
};

/** One line of text: names, addresses, numbers, dates (`type="datetime-local"`), passwords. */
export function TextField({ state, initial, type = "text", autoComplete, inputMode, readOnly, list, ...field }: Props) {
  const error = errorOf(state, field.name);
  return (
    <LabelledField {...field} error={error}>
      <input
        {...described(field.name, field.hint, error)}
        type={type}
        defaultValue={type === "password" ? undefined : textValue(state, field.name, initial)}
        autoComplete={autoComplete}
        inputMode={inputMode}
        readOnly={readOnly}
        list={list}
        required={field.required}
        className={controlStyle}
      />
    </LabelledField>
  );
}
