import { CheckboxField, CheckboxGroup } from "#components/forms/choice-fields";
import { Fold } from "#components/ui/fold";
import { type FormState, listValue, textValue } from "#lib/forms/state";

export type TogetherChoice = { value: string; label: string };

/** The other sessions to come of the cycle. Unfolded by itself when one was ticked. */
export function OtherWebinars({ state, others }: { state: FormState; others: readonly TogetherChoice[] }) {
  const open = listValue(state, "webinars").length > 0 || textValue(state, "wholeCycle") !== "";
  return (
    <Fold look="card" summary="Venir aussi à d’autres séances" open={open}>
      <CheckboxField state={state} name="wholeCycle" label="Tout le cycle, et les séances qui s’y ajouteront" />
      <CheckboxGroup state={state} name="webinars" label="Ou quelques-unes" options={others} />
    </Fold>
  );
}
