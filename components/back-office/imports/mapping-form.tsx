"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { Fold } from "#components/ui/fold";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormAction } from "#lib/forms/state";
import { KEY_HINT, KEY_LABEL } from "#lib/imports/labels";
import { KEY, type Mapping } from "#lib/imports/schema";

type Props = {
  id: string;
  headers: readonly string[];
  fields: readonly EditField[];
  mapping: Mapping;
  action: FormAction;
};

const listed = (field: EditField) => ("options" in field ? field.options.map(({ label }) => label).join(" ; ") : "");

/** Which column fills which field: those of a table with the same headings are known already. */
export function MappingForm({ id, headers, fields, mapping, action }: Props) {
  const [state, submit] = useForm(action);
  const columns = headers.map((title, place) => ({ value: String(place), label: title || `Colonne ${place + 1}` }));
  const placeOf = (name: string) => (mapping[name] === undefined ? "" : String(mapping[name]));
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ id }} />
      <SelectField
        state={state}
        name={KEY}
        label={KEY_LABEL}
        hint={KEY_HINT}
        options={columns}
        placeholder="Choisissez une colonne"
        initial={placeOf(KEY)}
        required
      />
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {fields.map(({ name, label }) => (
          <SelectField
            key={name}
            state={state}
            name={name}
            label={label}
            options={columns}
            placeholder="Aucune colonne"
            initial={placeOf(name)}
          />
        ))}
      </div>
      <Fold look="inset" summary="Ce que chaque colonne peut contenir">
        <ul className="grid list-disc gap-2 pl-5">
          <li>Une cellule vide ne change rien.</li>
          <li>Plusieurs auteurs, publics ou territoires se séparent par des points-virgules.</li>
          {fields.map(
            (field) =>
              listed(field) && (
                <li key={field.name}>
                  {field.label}
                  {"\u00A0"}: {listed(field)}.
                </li>
              ),
          )}
        </ul>
      </Fold>
      <SubmitButton>Vérifier sans rien écrire</SubmitButton>
    </Form>
  );
}
