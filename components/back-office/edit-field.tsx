import { type ReactNode, useState } from "react";
import { RichTextField } from "#components/back-office/rich-text/field";
import { TextFile } from "#components/back-office/text-file";
import { CheckboxField, CheckboxGroup } from "#components/forms/choice-fields";
import { SelectField } from "#components/forms/select-field";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { Fold } from "#components/ui/fold";
import type { EditField } from "#lib/edit-forms/schema";
import { errorOf, type FormAction, type FormState, listValue, textValue } from "#lib/forms/state";
import { counted } from "#lib/platform/text";

type Props = {
  field: EditField;
  state: FormState;
  initial: string | string[] | undefined;
  readOnly?: boolean;
  /** Finds pages to which a text may lead; absent, texts are written as they are. */
  search?: FormAction | undefined;
};

const smallest = { lines: 3, text: 2, markdown: 6 } as const;
const LARGEST = 24;
const LETTERS_A_ROW = 90;

function rowsFor(kind: keyof typeof smallest, text: string): number {
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_ROW)), 1);
  return Math.min(LARGEST, Math.max(smallest[kind], rows));
}

/** More choices than this are folded. */
const IN_SIGHT = 4;

type FoldedProps = { field: EditField; state: FormState; ticked: number; children: ReactNode };

/** Many choices, folded under how many are ticked; open when something is wrong there, or a colleague saved others. */
function Folded({ field, state, ticked, children }: FoldedProps) {
  const [count, setCount] = useState(ticked);
  const { name, label, required } = field;
  if (field.kind !== "choices" || field.options.length <= IN_SIGHT) return children;
  const asked = Boolean(errorOf(state, name) || textValue(state, `stored.${name}`)) || (required && !ticked);
  return (
    <Fold look="inset" summary={`${label} (${count ? counted(count, "choix", "choix") : "aucun choix"})`} open={asked}>
      {/* Told of what is ticked: it takes no act itself. */}
      <div onChange={({ currentTarget }) => setCount(currentTarget.querySelectorAll("input:checked").length)}>
        {children}
      </div>
    </Fold>
  );
}

const inputs = {
  line: { type: "text" },
  number: { type: "text", inputMode: "numeric" },
  address: { type: "url", inputMode: "url" },
  day: { type: "date" },
  instant: { type: "datetime-local" },
} as const;

export function EditControl({ field, state, initial, readOnly, search }: Props) {
  const { name, label, hint, required = false } = field;
  const common = { state, name, label, hint, required };
  const list = [initial ?? []].flat();
  const text = list[0] ?? "";
  switch (field.kind) {
    case "choices":
      return (
        <Folded field={field} state={state} ticked={listValue(state, name, list).length}>
          <CheckboxGroup {...common} options={field.options} initial={list} />
        </Folded>
      );
    case "choice":
      return (
        <SelectField
          {...common}
          options={field.options}
          initial={text}
          placeholder={required ? "Choisissez dans la liste" : "Aucun"}
        />
      );
    case "tick":
      return <CheckboxField {...common} initial={text === "on"} />;
    case "lines":
    case "text":
    case "markdown":
      if (field.chips)
        return <RichTextField {...common} rows={rowsFor(field.kind, text)} initial={text} chips={field.chips} />;
      return field.rich && search ? (
        <RichTextField {...common} rows={rowsFor(field.kind, text)} initial={text} search={search} />
      ) : (
        <TextArea {...common} rows={rowsFor(field.kind, text)} initial={text}>
          {field.file && <TextFile name={name} {...field.file} />}
        </TextArea>
      );
    default:
      if (field.chips) return <RichTextField {...common} initial={text} chips={field.chips} />;
      return <TextField {...common} {...inputs[field.kind]} initial={text} readOnly={readOnly} />;
  }
}

/** What a colleague saved in this field meanwhile. */
export function StoredText({ text }: { text: string }) {
  return (
    <div className="mt-2 rounded-r-lg border-accent border-l-4 bg-paper p-3">
      <p className="font-semibold">Texte enregistré entre-temps{"\u00A0"}:</p>
      <p className="whitespace-pre-wrap">{text}</p>
    </div>
  );
}
