import type { ReactNode } from "react";
import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

type Props = FieldProps & {
  state: FormState;
  initial?: string;
  rows?: number;
  /** What helps to fill it in, between its hint and itself. */
  children?: ReactNode;
};

export function TextArea({ state, initial, rows = 4, children, ...field }: Props) {
  const error = errorOf(state, field.name);
  return (
    <LabelledField {...field} error={error}>
      {children}
      <textarea
        {...described(field.name, field.hint, error)}
        rows={rows}
        defaultValue={textValue(state, field.name, initial)}
        required={field.required}
        className={controlStyle}
      />
    </LabelledField>
  );
}
