import { positionField, slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";

const FIGURE = "Le chiffre";
const SURVEY = "L’enquête";

/** @param resources the documents that a figure may be drawn from */
export const figureFields = (resources: readonly { id: string; title: string }[]): EditField[] => [
  {
    name: "value",
    label: "Valeur",
    hint: "Ce qui s’affiche en grand, avec son unité\u00A0: «\u202F76\u202F%\u202F».",
    group: FIGURE,
    kind: "line",
    required: true,
  },
  {
    name: "statement",
    label: "La suite de la phrase",
    hint: "Ce que la valeur commence\u00A0: «\u202Fdes maires se disent…\u202F»",
    group: FIGURE,
    kind: "text",
    required: true,
  },
  {
    name: "percentage",
    label: "Pourcentage",
    hint: "Si la valeur en est un, de 0 à 100\u00A0: il dessine la barre.",
    group: FIGURE,
    kind: "number",
  },
  {
    name: "theme",
    label: "Thème",
    hint: "Les chiffres d’un même thème s’affichent ensemble.",
    group: FIGURE,
    kind: "line",
    required: true,
  },
  positionField(FIGURE),
  slugField(FIGURE),
  { name: "population", label: "Qui a été interrogé", group: SURVEY, kind: "line", required: true },
  { name: "survey", label: "Enquête ou rapport", group: SURVEY, kind: "line", required: true },
  {
    name: "period",
    label: "Période",
    hint: "En mots\u00A0: «\u202F2015-2016\u202F».",
    group: SURVEY,
    kind: "line",
    required: true,
  },
  { name: "sample", label: "Nombre de réponses", hint: "En mots, s’il est connu.", group: SURVEY, kind: "line" },
  { name: "sourceUrl", label: "Adresse de l’étude", group: SURVEY, kind: "address" },
  {
    name: "resourceId",
    label: "Étude de la bibliothèque",
    hint: "Le document d’où vient le chiffre\u00A0: chacun mènera à l’autre.",
    group: SURVEY,
    kind: "choice",
    options: resources.map(({ id, title }) => ({ value: id, label: title })),
  },
  ...sourceFields,
];
