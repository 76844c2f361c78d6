"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import { type FormAction, listValue } from "#lib/forms/state";

export type Attending = {
  id: string;
  name: string;
  detail: string;
  present: boolean;
  words: string | null;
};

type Props = {
  action: FormAction;
  values: Readonly<Record<string, string>>;
  people: readonly Attending[];
};

/** A page of people to tick. What was shown is posted too: who comes in meanwhile is not unticked by this form. */
export function AttendanceList({ action, values, people }: Props) {
  const [state, submit] = useForm(action);
  if (!people.length) return null;
  const before = people.filter(({ present }) => present).map(({ id }) => id);
  const ticked = listValue(state, "present", before);
  return (
    <form action={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4 [&_input]:scroll-mb-28">
      <LeaveGuard state={state} />
      <ErrorSummary state={state} />
      <HiddenFields values={values} />
      <input type="hidden" name="shown" value={people.map(({ id }) => id).join(" ")} />
      <input type="hidden" name="before" value={before.join(" ")} />
      <fieldset className="min-w-0 rounded-card border border-line bg-surface px-4 sm:px-6">
        <legend className="float-left w-full py-4 font-semibold">Cochez les personnes présentes</legend>
        <ul className="clear-both">
          {people.map(({ id, name, detail, words }) => (
            <li key={id} className="border-line border-t">
              <label className="wrap-anywhere flex min-h-11 cursor-pointer items-center gap-3 py-3">
                <input
                  key={String(ticked.includes(id))}
                  type="checkbox"
                  name="present"
                  value={id}
                  defaultChecked={ticked.includes(id)}
                  className="size-6 shrink-0 accent-brand"
                />
                <span className="min-w-0">
                  <bdi className="font-semibold">{name}</bdi> <span className="block">{detail}</span>{" "}
                  {words && <span className="block text-muted text-sm">{words}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3">
        <SubmitButton>Enregistrer les présences de cette page</SubmitButton>
      </div>
    </form>
  );
}
