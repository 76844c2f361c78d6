import type { FormValues } from "#lib/forms/state";

/** Fields of the framework and of browsers' own making, never ours. */
const FOREIGN = /^\$ACTION/;

/** The files of a posted form; a field where none was chosen is left out. */
export const readFiles = (data: FormData): Record<string, File> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) => (value instanceof File && value.name ? [[name, value]] : [])),
  );

/** The text fields of a posted form; a field that came several times is a list. Files are left out. */
export function readFormData(data: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(data.keys())) {
    if (FOREIGN.test(name)) continue;
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    const [first, ...others] = texts;
    if (first !== undefined) values[name] = others.length ? texts : first;
  }
  return values;
}
