"use client";

import { useEffect, useRef } from "react";
import { CheckboxField } from "#components/forms/choice-fields";
import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { useForm } from "#components/forms/form";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { Notice } from "#components/ui/notice";
import { optionsOf } from "#lib/forms/options";
import { type FormAction, type FormState, listValue, textValue } from "#lib/forms/state";
import { counted } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

const profiles = optionsOf(profileLabels);

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (!lines.length) return null;
  return (
    <div className="mt-4">
      <h2 className="text-lg">{title}</h2>
      <ul className="wrap-anywhere mt-2 list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** What was understood of the list, before anybody is registered: focused, so that it is read before the button. */
function Review({ state, free }: { state: FormState; free: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "invalid") box.current?.focus();
  }, [state]);
  const people = listValue(state, "understood");
  const seats = Math.min(free, people.length);
  const waiting = people.length - seats;
  const refused = listValue(state, "refused");
  const paid = listValue(state, "paid");
  return (
    <div ref={box} role="alert" tabIndex={-1} autoFocus className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Notice look="warning" title="Relisez avant d’inscrire : rien n’est encore enregistré.">
        {waiting > 0 && (
          <p className="mt-2">
            {seats > 0 ? `Il reste ${counted(seats, "place", "places")}` : "La séance est complète"}
            {"\u00A0"}: {counted(waiting, "personne rejoindra", "personnes rejoindront")} la liste d’attente, dans
            l’ordre de la liste.
          </p>
        )}
        <Lines title={`${counted(people.length, "personne comprise", "personnes comprises")}`} lines={people} />
        <Lines title="Déjà inscrites, laissées comme elles sont" lines={listValue(state, "known")} />
        <Lines title="Colonnes laissées de côté" lines={listValue(state, "unused")} />
        <Lines title="Lignes refusées" lines={refused} />
        {refused.length > 0 && (
          <p className="mt-4">Corrigez ces lignes ci-dessous et vérifiez de nouveau, ou inscrivez les autres.</p>
        )}
      </Notice>
      {paid.length > 0 && (
        <CheckboxField
          state={state}
          name="payers"
          required
          label={
            "Ces adresses sont celles des payeurs\u00A0: elles recevront les messages, et chaque participant est bien au courant."
          }
        />
      )}
      {people.length > 0 && (
        <SubmitButton
          name="shown"
          value={textValue(state, "shown")}
        >{`Inscrire et prévenir ${counted(people.length, "personne", "personnes")}`}</SubmitButton>
      )}
    </div>
  );
}

type Props = {
  action: FormAction;
  id: string;
  /** Free seats; Infinity when there is no limit. */
  free: number;
};

export function RegistrantsPasteForm({ action, id, free }: Props) {
  const [state, submit] = useForm(action);
  return (
    <form action={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {textValue(state, "shown") ? <Review state={state} free={free} /> : <ErrorSummary state={state} />}
      <LeaveGuard state={state} />
      <input type="hidden" name="webinarId" value={id} />
      <FileField
        state={state}
        name="file"
        label="Fichier de la liste"
        hint="CSV ou texte, enregistré par un tableur ou un outil d’inscription. Sinon, collez la liste ci-dessous."
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      />
      <TextArea
        state={state}
        name="list"
        label="Une personne par ligne"
        hint={
          "Par exemple\u00A0: Camille Durand <camille.durand@exemple.fr>, ou une adresse seule si elle contient le prénom et le nom, ou des cellules copiées d’un tableur\u00A0: Prénom, Nom, Adresse, Profil. Une première ligne de titres permet tout autre ordre, et d’y joindre Organisation et Territoire."
        }
        rows={12}
      />
      <SelectField
        state={state}
        name="profile"
        label="Profil, quand la ligne ne le dit pas"
        options={profiles}
        placeholder="Choisissez dans la liste"
        required
      />
      <SubmitButton look={textValue(state, "shown") ? "secondary" : "primary"}>Vérifier la liste</SubmitButton>
    </form>
  );
}
