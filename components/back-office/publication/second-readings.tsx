"use client";

import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { useMayAct } from "#components/forms/may-act";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { Fold } from "#components/ui/fold";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { french } from "#lib/platform/text";

type Choice = { value: string; label: string };
type Reading = {
  id: string;
  askedBy: string | null;
  askedOf: string;
  field: string | null;
  comment: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  own: boolean;
};

type Props = {
  values: Readonly<Record<string, string>>;
  readers: readonly Choice[];
  /** The fields of the form, of which one alone may be read. */
  fields: readonly Choice[];
  readings: readonly Reading[];
  ask: FormAction;
  /** Absent where nobody is asked. */
  answer?: FormAction;
};

function Answer({ id, answer }: { id: string; answer: FormAction }) {
  const [state, submit] = useForm(answer);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ reading: id }} />
      <TextArea
        state={state}
        name="readAnswer"
        label="Votre réponse"
        hint="Laissez vide s’il n’y a rien à reprendre."
      />
      <SubmitButton look="secondary">J’ai relu</SubmitButton>
    </Form>
  );
}

function Asked({ reading, fields, answer }: Pick<Props, "fields" | "answer"> & { reading: Reading }) {
  const about = fields.find(({ value }) => value === reading.field)?.label;
  return (
    <li className="border-line border-l-4 pl-4">
      <p className="text-muted">
        {reading.askedBy ?? "Quelqu’un"} à {reading.askedOf}, le {formatTimestamp(reading.askedAt)}
        {about && ` (${about})`}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere">{french(reading.comment)}</p>
      {reading.answeredAt ? (
        <p className="mt-2 whitespace-pre-wrap wrap-anywhere">
          <span className="font-semibold">Relu le {formatTimestamp(reading.answeredAt)}</span>
          {"\u00A0"}: {french(reading.answer ?? "rien à reprendre.")}
        </p>
      ) : (
        <p className="mt-2 font-semibold">En attente.</p>
      )}
      {answer && reading.own && !reading.answeredAt && <Answer id={reading.id} answer={answer} />}
    </li>
  );
}

/** Asks a colleague to read what is written, and shows what was asked and answered. */
export function SecondReadings({ values, readers, fields, readings, ask, answer }: Props) {
  const [state, submit] = useForm(ask);
  const mayAct = useMayAct();
  return (
    <div id="relectures" className="grid gap-4">
      {readings.length > 0 && (
        <ul className="grid gap-4">
          {readings.map((reading) => (
            <Asked key={reading.id} reading={reading} fields={fields} answer={answer} />
          ))}
        </ul>
      )}
      {mayAct && readers.length > 0 && (
        <Fold look="inset" summary="Demander une relecture" open={state.status === "invalid"}>
          <Form state={state} submit={submit}>
            <HiddenFields values={values} />
            <SelectField state={state} name="colleague" label="À qui" options={readers} required />
            <SelectField
              state={state}
              name="readField"
              label="Sur quoi"
              options={[{ value: "", label: "Tout le texte" }, ...fields]}
            />
            <TextArea state={state} name="readComment" label="Ce que vous attendez" required />
            <SubmitButton look="secondary">Demander</SubmitButton>
          </Form>
        </Fold>
      )}
    </div>
  );
}
