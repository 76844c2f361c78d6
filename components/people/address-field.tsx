import { TextField } from "#components/forms/text-field";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

type Props = { state: FormState; label: string; hint: string; initial?: string; autoComplete?: "email" };

export function AddressField({ state, ...field }: Props) {
  return (
    <>
      <TextField state={state} name="email" type="email" inputMode="email" {...field} required />
      {errorOf(state, "email") && <input type="hidden" name="doubted" value={textValue(state, "email").trim()} />}
    </>
  );
}
