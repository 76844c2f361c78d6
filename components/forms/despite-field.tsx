import { TextField } from "#components/forms/text-field";
import { DESPITE_ASKED } from "#lib/editorial/schema";
import { type FormState, textValue } from "#lib/forms/state";

export const isDespiteAsked = (state: FormState): boolean =>
  textValue(state, DESPITE_ASKED) !== "" || textValue(state, "despite") !== "";

/** Why readers are given what harms them; asked only once something does. */
export function DespiteField({ state }: { state: FormState }) {
  if (!isDespiteAsked(state)) return null;
  return (
    <TextField
      state={state}
      name="despite"
      label="Pourquoi publier quand même"
      hint="Une phrase, que le journal gardera."
      required
    />
  );
}
