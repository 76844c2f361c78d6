import { TextField } from "#components/forms/text-field";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

type Props = {
  state: FormState;
  label: string;
  hint: string;
  initial?: string;
  autoComplete?: "email";
  required?: boolean;
};

export function AddressField({ state, required = true, ...field }: Props) {
  return (
    <>
      <TextField state={state} name="email" type="email" inputMode="email" {...field} required={required} />
      {errorOf(state, "email") && <input type="hidden" name="doubted" value={textValue(state, "email").trim()} />}
    </>
  );
}
