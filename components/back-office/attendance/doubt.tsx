import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { type Match, NEWCOMER, NOBODY, rowFields } from "#lib/attendance/reports/schema";
import { optionsOf } from "#lib/forms/options";
import type { FormState } from "#lib/forms/state";
import { isolated } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

const profiles = optionsOf(profileLabels);

export type ReviewRow = {
  name: string;
  email: string | null;
  /** Length of presence; null when the report does not say. */
  minutes: number | null;
  match: Match;
  addable: boolean;
};
export type ReviewRegistrant = { id: string; firstName: string; lastName: string; email: string };

const lengthWords = ({ minutes }: ReviewRow) => (minutes === null ? "durée inconnue" : `${minutes}\u00A0min`);

export const rowWords = (row: ReviewRow): string => `${isolated(row.name)}, ${lengthWords(row)}`;

type Props = {
  state: FormState;
  row: ReviewRow;
  /** Place of the row in the report, which names its fields. */
  index: number;
  registrants: readonly ReviewRegistrant[];
  list: string;
};

function proposed({ match }: ReviewRow): readonly string[] {
  if (match.by === "doubt") return match.candidates;
  return match.by === "nothing" ? [] : [match.registrationId];
}

/** Somebody of a report whom a person must recognise: a registrant, nobody, or someone to add. */
export function AttendanceDoubt({ state, row, index, registrants, list }: Props) {
  const names = rowFields(index);
  const candidates = proposed(row).flatMap((id) => registrants.filter((registrant) => registrant.id === id));
  const options = [
    ...candidates.map(({ id, firstName, lastName, email }) => ({
      value: id,
      label: `${isolated(`${firstName} ${lastName}`)} (${email})`,
    })),
    { value: NOBODY, label: "Ne pas compter" },
    ...(row.addable ? [{ value: NEWCOMER, label: "Ajouter comme participant" }] : []),
  ];
  const initial = { doubt: "", name: candidates[0]?.id ?? "", address: "", nothing: NOBODY }[row.match.by];
  return (
    <fieldset className="grid min-w-0 gap-4 rounded-lg border border-line p-4">
      <legend className="wrap-anywhere px-2 font-semibold">{rowWords(row)}</legend>
      {row.email && <p className="wrap-anywhere text-muted">{row.email}</p>}
      <div className="grid items-end gap-4 lg:grid-cols-2">
        <SelectField
          state={state}
          name={names.choice}
          label={"Qui est-ce\u202F?"}
          options={options}
          initial={initial}
          placeholder={row.match.by === "doubt" ? "Choisissez dans la liste" : undefined}
          required
        />
        <TextField
          state={state}
          name={names.other}
          label="Ou l’adresse d’une autre personne inscrite"
          inputMode="email"
          list={list}
        />
        {row.addable && (
          <SelectField
            state={state}
            name={names.profile}
            label="Son profil, si vous l’ajoutez"
            options={profiles}
            placeholder="Choisissez dans la liste"
          />
        )}
      </div>
    </fieldset>
  );
}
