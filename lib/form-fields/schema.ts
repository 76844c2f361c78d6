import { z } from "zod";
import { linesOf, optionalText, requiredLine, tickBox } from "#lib/forms/fields";
import { FormFieldKind } from "#prisma/enums";

const MOST_OPTIONS = 12;
const LABEL_LENGTH = 200;
const HINT_LENGTH = 300;

/** What the form of a session asks besides what it asks everyone. */
export type FormField = {
  id: string;
  kind: FormFieldKind;
  label: string;
  hint: string | null;
  required: boolean;
  /** What there is to choose from; empty unless it is a choice. */
  options: string[];
};

/** What one person answered, by identifier of field. */
export type FormAnswers = Readonly<Record<string, string>>;

/** What is wrong with what was answered, by name of field. */
export type FormFaults = { ok: false; reason: "form-fields"; faults: Record<string, string> };

export type EditedFormField = FormField & {
  /** When it was asked no more, its answers kept. */
  archivedAt: Date | null;
  answers: number;
  /** Fingerprint of what was read: a change names it, so that nobody writes over a colleague. */
  shown: string;
};

const GONE = "Ce champ n’existe plus\u00A0: rechargez la page.";
const webinarId = z.uuid("Cette séance n’existe plus.");
const id = z.uuid(GONE);

const fieldEdit = z
  .object({
    webinarId,
    label: requiredLine("Écrivez ce que vous demandez.", LABEL_LENGTH),
    hint: optionalText(HINT_LENGTH),
    kind: z.enum(FormFieldKind, "Choisissez comment on répond."),
    options: linesOf(MOST_OPTIONS).transform((lines) => [...new Set(lines)]),
    required: tickBox(),
  })
  .refine(({ kind, options }) => kind !== "choice" || options.length > 1, {
    path: ["options"],
    error: "Écrivez au moins deux réponses différentes, une par ligne.",
  });

const tidy = <T extends z.output<typeof fieldEdit>>(typed: T): T =>
  typed.kind === "choice" ? typed : { ...typed, options: [] };

export const newFormField = fieldEdit.transform(tidy);
export type NewFormField = z.output<typeof newFormField>;

export const changedFormField = fieldEdit.safeExtend({ id, shown: z.string() }).transform(tidy);
export type ChangedFormField = z.output<typeof changedFormField>;

export const chosenFormField = z.object({ webinarId, id });
export const movedFormField = chosenFormField.extend({ to: z.enum(["up", "down"]) });
