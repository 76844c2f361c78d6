import { slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";

const TERM = "Le terme";

export const termFields: EditField[] = [
  { name: "name", label: "Terme", group: TERM, kind: "line", required: true },
  slugField(TERM),
  {
    name: "aliases",
    label: "Autres écritures",
    hint: "Une par ligne\u00A0: variantes, sigle développé.",
    group: TERM,
    kind: "lines",
  },
  {
    name: "definition",
    label: "Définition",
    hint: "Une ou deux phrases.",
    group: TERM,
    kind: "markdown",
    required: true,
  },
  ...sourceFields,
];
