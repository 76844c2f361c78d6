import { positionField, slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { CONFORMITY, CONTACT } from "#lib/pages/rules";

const PAGE = "La page";
const TEXT = "Le texte";

export const pageFields: EditField[] = [
  { name: "title", label: "Titre", group: PAGE, kind: "line", required: true },
  slugField(PAGE),
  positionField(PAGE),
  {
    name: "summary",
    label: "Résumé",
    hint: "Une phrase, pour les moteurs de recherche et les listes.",
    group: PAGE,
    kind: "text",
    required: true,
  },
  {
    name: "body",
    label: "Texte de la page",
    hint: `${CONTACT} y devient l’adresse à laquelle écrire (CONTACT_EMAIL). Dans la page «\u202FAccessibilité\u202F», ${CONFORMITY} y devient ce que dit la grille des critères.`,
    group: TEXT,
    kind: "markdown",
    rich: true,
    required: true,
  },
  ...sourceFields,
];
