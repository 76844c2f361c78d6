import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import type { FormValues } from "#lib/forms/state";
import { wallClockInParis } from "#lib/platform/dates";
import { slugify } from "#lib/platform/text";
import { confidenceLabels } from "#lib/publication/labels";

const SOURCES = "Sources";

/** Where the facts come from, and how sure they are: the end of every edit form. */
export const sourceFields: EditField[] = [
  {
    name: "source",
    label: "Source",
    hint: "D’où viennent ces informations\u00A0: document, site, date. La page publique la montre.",
    group: SOURCES,
    kind: "text",
    required: true,
  },
  {
    name: "confidence",
    label: "Fiabilité",
    hint: "S’affiche sur la page publique. «\u202FContenu non lu\u202F» : le titre et la date sont sûrs, personne de l’équipe n’a lu le reste.",
    group: SOURCES,
    kind: "choice",
    options: optionsOf(confidenceLabels),
    required: true,
  },
];

export const slugField = (group: string): EditField => ({
  name: "slug",
  label: "Fin de l’adresse",
  hint: "Minuscules sans accent, chiffres et tirets. Laissez vide\u00A0: elle sera tirée du titre. Elle ne change plus une fois la page en ligne.",
  group,
  kind: "line",
});

export const positionField = (group: string): EditField => ({
  name: "position",
  label: "Rang",
  hint: "Le plus petit s’affiche en premier.",
  group,
  kind: "number",
  required: true,
});

const DAY_LENGTH = "2019-02-21".length;

function asText(field: EditField, value: unknown): string | string[] {
  if (field.kind === "choices") return Array.isArray(value) ? value.map(String) : [];
  if (field.kind === "tick") return value === true ? "on" : "";
  if (value instanceof Date) {
    return field.kind === "day" ? value.toISOString().slice(0, DAY_LENGTH) : wallClockInParis(value);
  }
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

/**
 * What the fields of an edit form hold for a row, or for what was typed: both have the same shape.
 * @param row values by name of field; a name of the form « a.b » is looked for as it is
 */
export const fieldValues = (fields: readonly EditField[], row: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, asText(field, row[field.name])]));

/** What the fields of a form hold, as they were typed. */
export const typedIn = (fields: readonly EditField[], posted: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = posted[name];
      return typeof value === "string" || Array.isArray(value) ? [[name, value as string | string[]]] : [];
    }),
  );

/** What a field holds, in words: labels instead of identifiers, one a line. */
export function fieldWords(field: EditField, value: string | string[] | undefined): string {
  if (field.kind === "tick") return value === "on" ? "Oui" : "Non";
  const list = [value ?? ""].flat();
  const words =
    "options" in field ? list.map((one) => field.options.find((option) => option.value === one)?.label ?? one) : list;
  return words.join("\n");
}

const SLUG_LENGTH = 80;

/** The end of an address, drawn from a title: whole words, 80 characters at most. */
export function proposedSlug(title: string): string {
  const slug = slugify(title);
  if (slug.length <= SLUG_LENGTH) return slug || "sans-titre";
  const cut = slug.slice(0, SLUG_LENGTH + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1));
}
