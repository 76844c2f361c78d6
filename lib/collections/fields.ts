import { type CollectionEdit, type EditedCollection, itemsAsLines } from "#lib/collections/schema";
import { positionField, slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { profileLabels } from "#lib/profiles/labels";

const WHOLE = "L’ensemble";
const ITEMS = "Ce qu’il contient";

export const collectionFields: EditField[] = [
  { name: "title", label: "Titre", group: WHOLE, kind: "line", required: true },
  {
    ...slugField(WHOLE),
    hint: "Minuscules sans accent, chiffres et tirets. Vide, elle est tirée du titre. Si elle commence par «\u202Fparcours-\u202F», c’est un parcours de lecture\u00A0; sinon, une collection. Elle ne change plus une fois la page en ligne.",
  },
  positionField(WHOLE),
  { name: "profile", label: "Pour qui", group: WHOLE, kind: "choice", options: optionsOf(profileLabels) },
  {
    name: "summary",
    label: "Présentation",
    hint: "Deux ou trois phrases, sans mise en forme.",
    group: WHOLE,
    kind: "text",
    required: true,
  },
  {
    name: "items",
    label: "À lire, dans l’ordre",
    hint: "Une ligne chacun\u00A0: l’adresse sur ce portail, les minutes, puis pourquoi. /webinaires/ et un thème mènent à la prochaine séance. Dans un parcours, les lignes «\u202F5 minutes\u202F», «\u202F30 minutes\u202F» et «\u202FUne demi-journée\u202F» ouvrent chaque durée.",
    group: ITEMS,
    kind: "lines",
  },
  ...sourceFields,
];

export const collectionValues = ({ items, ...values }: EditedCollection | CollectionEdit): Record<string, unknown> => ({
  ...values,
  items: itemsAsLines(items),
});
