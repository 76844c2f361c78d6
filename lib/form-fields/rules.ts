import type { FormAnswers, FormField } from "#lib/form-fields/schema";

export const MOST_FIELDS = 8;

const PREFIX = "champ-";
const YES_NO = ["Oui", "Non"];

/** The name of a field in the forms that ask it. */
export const fieldName = (id: string): string => `${PREFIX}${id}`;

/** The answers among what a form posts, whatever it asks. */
export const postedAnswers = (typed: object): FormAnswers =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(PREFIX) && typeof value === "string" && value.trim() ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );

/** As they are stored with a registration. */
export const storedAnswers = (stored: unknown): FormAnswers => (stored ?? {}) as FormAnswers;

export const choicesOf = ({ kind, options }: Pick<FormField, "kind" | "options">): readonly string[] =>
  kind === "yes_no" ? YES_NO : options;

/** What was answered, under what was asked, in the order of the form. */
export function toldAnswers(
  fields: readonly Pick<FormField, "id" | "label">[],
  stored: unknown,
): { id: string; label: string; answer: string }[] {
  const answers = storedAnswers(stored);
  return fields.flatMap(({ id, label }) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ id, label, answer }];
  });
}
