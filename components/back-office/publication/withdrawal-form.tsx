"use client";

import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { useMayAct } from "#components/forms/may-act";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { Fold } from "#components/ui/fold";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { french } from "#lib/platform/text";
import { departureLabels } from "#lib/publication/departures/labels";

type Props = {
  action: FormAction;
  values: Readonly<Record<string, string>>;
  /** What leads to the page, with the screens where it is edited. */
  uses: readonly { title: string; href: string }[];
};

/** Takes a page off the site, and asks what becomes of its address, to which others may lead. */
export function WithdrawalForm({ action, values, uses }: Props) {
  const [state, submit] = useForm(action);
  const mayAct = useMayAct();
  if (!mayAct) return null;
  return (
    <Fold look="inset" summary="Retirer du site" open={state.status === "invalid"}>
      <Form state={state} submit={submit}>
        <HiddenFields values={values} />
        <p>
          Elle quitte les listes et la recherche. Rien n’est effacé{"\u00A0"}: vous pourrez la remettre en ligne quand
          vous voudrez.
        </p>
        {uses.length > 0 && (
          <div>
            <p className="font-semibold">Sert dans, et y restera citée</p>
            <ul className="list-disc pl-5">
              {uses.map(({ title, href }) => (
                <li key={href}>
                  <a href={href}>{french(title)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <RadioGroup
          state={state}
          name="departure"
          label={"Que devient son adresse\u202F?"}
          options={optionsOf(departureLabels)}
          required
        />
        <TextArea
          state={state}
          name="reason"
          label="Pourquoi elle est retirée"
          hint={"Si elle reste à son adresse\u00A0: une ou deux phrases pour les lecteurs."}
          rows={2}
        />
        <TextField
          state={state}
          name="instead"
          label="À lire à la place"
          hint="L’adresse d’une page de ce portail, par exemple /ressources. Il la faut si une autre page la remplace."
        />
        <SubmitButton look="danger">Oui, retirer du site</SubmitButton>
      </Form>
    </Fold>
  );
}
