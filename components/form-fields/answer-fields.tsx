import { RadioGroup } from "#components/forms/choice-fields";
import { SelectField } from "#components/forms/select-field";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { choicesOf, fieldName } from "#lib/form-fields/rules";
import type { FormAnswers, FormField } from "#lib/form-fields/schema";
import type { FormState } from "#lib/forms/state";
import { french } from "#lib/platform/text";

const NO_ANSWER = "Sans réponse";
/** More choices than this stand in a list. */
const IN_SIGHT = 4;

const asOption = (value: string) => ({ value, label: french(value) });

function AnswerField({ state, field, initial }: { state: FormState; field: FormField; initial: string }) {
  const { kind, hint, required } = field;
  const common = {
    ...{ state, initial, required, name: fieldName(field.id), label: french(field.label) },
    ...(hint !== null && { hint: french(hint) }),
  };
  const options = choicesOf(field).map(asOption);
  if (kind === "line") return <TextField {...common} />;
  if (kind === "text") return <TextArea {...common} rows={3} />;
  if (options.length > IN_SIGHT)
    return (
      <SelectField {...common} options={options} placeholder={required ? "Choisissez dans la liste" : NO_ANSWER} />
    );
  // A button once pressed is never released: who may say nothing needs one for it.
  return <RadioGroup {...common} options={required ? options : [...options, { value: "", label: NO_ANSWER }]} />;
}

type Props = { state: FormState; fields: readonly FormField[]; answers?: FormAnswers };

/** What the form of a session asks of its own. */
export function AnswerFields({ state, fields, answers = {} }: Props) {
  return fields.map((field) => (
    <AnswerField key={field.id} state={state} field={field} initial={answers[field.id] ?? ""} />
  ));
}
