import type { z } from "zod";
import { choicesOf, fieldName } from "#lib/form-fields/rules";
import type { FormAnswers, FormFaults, FormField } from "#lib/form-fields/schema";
import { optionalLine, optionalText } from "#lib/forms/fields";
import { quoted } from "#lib/platform/text";

const LINE_LENGTH = 200;
const TEXT_LENGTH = 1000;

const isChosen = ({ kind }: FormField) => kind === "choice" || kind === "yes_no";

function judged(field: FormField, typed: string | undefined): { answer: string | null } | { fault: string } {
  const schema: z.ZodType<string | null> =
    field.kind === "text" ? optionalText(TEXT_LENGTH) : optionalLine(LINE_LENGTH);
  const read = schema.safeParse(typed ?? "");
  if (!read.success) return { fault: read.error.issues[0]?.message ?? "" };
  const answer = read.data;
  if (answer === null) return field.required ? { fault: `Répondez à ${quoted(field.label)}.` } : { answer };
  if (isChosen(field) && !choicesOf(field).includes(answer))
    return { fault: `Choisissez dans la liste de ${quoted(field.label)}.` };
  return { answer };
}

/**
 * What is kept of what was posted to some fields. What was answered to others is dropped.
 * @returns what is wrong, by name of field, when something is
 */
export function judgedAnswers(
  fields: readonly FormField[],
  posted: FormAnswers = {},
): { ok: true; answers: FormAnswers | null } | FormFaults {
  const answers: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const one = judged(field, posted[field.id]);
    if ("fault" in one) faults[fieldName(field.id)] = one.fault;
    else if (one.answer !== null) answers[field.id] = one.answer;
  }
  if (Object.keys(faults).length) return { ok: false, reason: "form-fields", faults };
  return { ok: true, answers: Object.keys(answers).length ? answers : null };
}
