import { Panel } from "#components/back-office/screen";
import { CheckboxField, CheckboxGroup, RadioGroup } from "#components/forms/choice-fields";
import { FileField } from "#components/forms/file-field";
import { SelectField } from "#components/forms/select-field";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { type FormState, IDLE } from "#lib/forms/state";

const options = [
  { value: "commune", label: "Commune" },
  { value: "association", label: "Association" },
  {
    value: "longue",
    label: "Un choix que l’on a nommé avec beaucoup plus de mots que les autres, sans penser aux téléphones",
  },
];
const HINT = "Ce que le champ attend, en une phrase.";
const WRONG = "Dites ce qui ne va pas, et comment faire.";

type Shown = {
  /** What begins the names of these fields. */
  state: FormState;
  prefix: string;
  required: boolean;
  hint?: string;
};

function Fields({ state, prefix, required, hint }: Shown) {
  const field = (name: string, label: string) => ({
    state,
    name: `${prefix}-${name}`,
    label,
    required,
    ...(hint && { hint }),
  });
  return (
    <div className="grid gap-6">
      <TextField {...field("ligne", "Une ligne")} initial="Déjà écrit" />
      <TextField {...field("fixe", "Une ligne qui ne change plus")} initial="Déjà publié" readOnly />
      <TextField {...field("instant", "Un moment")} type="datetime-local" />
      <TextArea {...field("texte", "Plusieurs lignes")} />
      <SelectField {...field("liste", "Une liste")} options={options} placeholder="Choisissez dans la liste" />
      <RadioGroup {...field("un", "Un choix")} options={options} initial="commune" />
      <CheckboxGroup {...field("plusieurs", "Plusieurs choix")} options={options} initial={["association"]} />
      <CheckboxField {...field("oui", "Une case à cocher")} />
      <FileField {...field("fichier", "Un fichier")} accept=".pdf" />
    </div>
  );
}

const NAMES = ["ligne", "fixe", "instant", "texte", "liste", "un", "plusieurs", "oui", "fichier"];
const refused: FormState = {
  status: "invalid",
  values: { "refuse-ligne": "Ce qui a été tapé reste" },
  fieldErrors: Object.fromEntries(NAMES.map((name) => [`refuse-${name}`, WRONG])),
};

/** What forms ask with, in every state. */
export function CharterFields() {
  return (
    <>
      <Panel title="Champs">
        <Fields state={IDLE} prefix="libre" required={false} hint={HINT} />
      </Panel>
      <Panel title="Champs obligatoires">
        <Fields state={IDLE} prefix="oblige" required />
      </Panel>
      <Panel title="Champs refusés">
        <Fields state={refused} prefix="refuse" required hint={HINT} />
      </Panel>
      <Panel title="Champs de qui ne fait que lire">
        <fieldset disabled>
          <legend className="mb-4">En lecture seule</legend>
          <Fields state={IDLE} prefix="lecture" required={false} />
        </fieldset>
      </Panel>
    </>
  );
}
