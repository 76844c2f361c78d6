"use client";

import {
  AttendanceDoubt,
  type ReviewRegistrant,
  type ReviewRow,
  rowWords,
} from "#components/back-office/attendance/doubt";
import { Panel } from "#components/back-office/screen";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import { type Match, rowFields } from "#lib/attendance/reports/schema";
import { type FormAction, textValue } from "#lib/forms/state";

type Props = {
  action: FormAction;
  values: Readonly<Record<string, string>>;
  rows: readonly ReviewRow[];
  registrants: readonly ReviewRegistrant[];
};

const LIST = "inscrits";

const SECTIONS: { by: Match["by"]; title: string; lead: string }[] = [
  { by: "doubt", title: "À décider", lead: "Le nom ressemble à celui d’une ou de plusieurs personnes inscrites." },
  {
    by: "name",
    title: "Même nom, autre adresse ou sans adresse",
    lead: "Le nom est le même\u00A0: vérifiez la proposition.",
  },
  {
    by: "nothing",
    title: "Inconnus",
    lead: "Personne ne porte ce nom ni cette adresse. Sans décision de votre part, ils ne sont pas comptés.",
  },
];

export function AttendanceReviewForm({ action, values, rows, registrants }: Props) {
  const [state, submit] = useForm(action);
  const numbered = rows.map((row, index) => ({ row, index }));
  const of = (by: Match["by"]) => numbered.filter(({ row }) => row.match.by === by);
  const sure = of("address");
  return (
    <Form state={state} submit={submit}>
      <LeaveGuard state={state} />
      <HiddenFields values={values} />
      <datalist id={LIST}>
        {registrants.map(({ id, firstName, lastName, email }) => (
          <option key={id} value={email}>{`${firstName} ${lastName}`}</option>
        ))}
      </datalist>
      {SECTIONS.map(({ by, title, lead }) => {
        const matches = of(by);
        if (!matches.length) return null;
        return (
          <Panel key={by} title={`${title} (${matches.length})`}>
            <p className="mb-4 text-muted">{lead}</p>
            <ul className="grid gap-6">
              {matches.map(({ row, index }) => (
                <li key={index}>
                  <AttendanceDoubt state={state} row={row} index={index} registrants={registrants} list={LIST} />
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
      {sure.length > 0 && (
        <Panel title={`Reconnus par leur adresse (${sure.length})`}>
          <ul>
            {sure.map(({ row, index }) => {
              const name = rowFields(index).choice;
              const value = row.match.by === "address" ? row.match.registrationId : "";
              const ticked = textValue(state, name, value) === value;
              return (
                <li key={index}>
                  <label className="wrap-anywhere flex min-h-11 cursor-pointer items-center gap-3 py-1">
                    <input
                      key={String(ticked)}
                      type="checkbox"
                      id={name}
                      name={name}
                      value={value}
                      defaultChecked={ticked}
                      className="size-6 shrink-0 accent-brand"
                    />
                    <span className="min-w-0">
                      {rowWords(row)} <span className="text-muted">({row.email})</span>
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      <SubmitButton>Confirmer ces présences</SubmitButton>
    </Form>
  );
}
