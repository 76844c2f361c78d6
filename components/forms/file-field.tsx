import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { errorOf, type FormState } from "#lib/forms/state";

type Props = FieldProps & {
  state: FormState;
  /** Types and extensions that the browser offers first: « .ics,text/calendar ». */
  accept?: string;
};

/** A file to send. Browsers empty it after a refusal: it has to be chosen again. */
export function FileField({ state, accept, ...field }: Props) {
  const error = errorOf(state, field.name);
  return (
    <LabelledField {...field} error={error}>
      <input
        {...described(field.name, field.hint, error)}
        type="file"
        accept={accept}
        required={field.required}
        className={controlStyle}
      />
    </LabelledField>
  );
}
