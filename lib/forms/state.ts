/** What was typed, field by field: a list for a field that came several times. */
export type FormValues = Record<string, string | string[]>;

/** What a form shows: nothing yet, or what was typed with what is wrong. Success always redirects. */
export type FormState =
  | { status: "idle" }
  | {
      status: "invalid";
      values: FormValues;
      fieldErrors: Record<string, string>;
      formError?: string;
      /** Above what is wrong, where the usual title would be untrue. */
      title?: string;
    };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const IDLE: FormState = { status: "idle" };

/** What was typed in a text field, else what it starts with. */
export function textValue(state: FormState, name: string, initial = ""): string {
  if (state.status === "idle") return initial;
  const value = state.values[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** What was ticked in a group of boxes, else what it starts with. */
export function listValue(state: FormState, name: string, initial: readonly string[] = []): readonly string[] {
  if (state.status === "idle") return initial;
  const value = state.values[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The sentence beside a field, if there is one. */
export const errorOf = (state: FormState, name: string): string | undefined =>
  state.status === "invalid" ? state.fieldErrors[name] : undefined;

/** Fields of the framework and of browsers' own making, never ours. */
const FOREIGN = /^\$ACTION/;

/** Where scripts send a form, a file that nobody chose comes as an empty one: the framework makes a word of its missing name. */
const UNNAMED = ["", "blob", "undefined"];
const isChosen = ({ size, name }: File): boolean => size > 0 || !UNNAMED.includes(name);

/** The files of a posted form; a field where none was chosen is left out. */
export const readFiles = (data: FormData): Record<string, File> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) => (value instanceof File && isChosen(value) ? [[name, value]] : [])),
  );

/** Nobody types it, and the database takes no text that has one. */
const NUL = "\0";

/** The text fields of a posted form, without NUL; a field that came several times is a list. Files are left out. */
export function readFormData(data: FormData): FormValues {
  const read = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (FOREIGN.test(name) || typeof value !== "string") continue;
    const texts = read.get(name) ?? [];
    texts.push(value.replaceAll(NUL, ""));
    read.set(name, texts);
  }
  return Object.fromEntries(
    [...read].map(([name, [first = "", ...others]]) => [name, others.length ? [first, ...others] : first]),
  );
}
