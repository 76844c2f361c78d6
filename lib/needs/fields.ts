import { positionField, slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { perspectiveLabels } from "#lib/needs/labels";
import { type EditedNeed, type NeedEdit, reasonField } from "#lib/needs/schema";

const NEED = "Le besoin";
const MINUTE = "L’essentiel en 1 minute";
const TEXTS = "Les textes";
const CENTRES = "Les centres qui y répondent";

/**
 * The edit form of a need.
 * @param centres those that may answer it
 */
export const needFields = (centres: readonly { id: string; name: string }[]): EditField[] => [
  { name: "title", label: "Nom du besoin", group: NEED, kind: "line", required: true },
  {
    name: "question",
    label: "La question du visiteur",
    hint: "Avec ses mots\u00A0: «\u202FComment savoir si…\u202F»",
    group: NEED,
    kind: "line",
    required: true,
  },
  {
    name: "situations",
    label: "Les situations qui y mènent",
    hint: "Une par ligne, quatre au plus, comme les gens les racontent. Elles orientent qui ne connaît pas son besoin.",
    group: NEED,
    kind: "lines",
  },
  slugField(NEED),
  { ...positionField(NEED), hint: "Le rang choisit aussi la couleur et le pictogramme, de 1 à 7." },
  {
    name: "perspectives",
    label: "Regards (Écosystème, Projets, Investissements)",
    hint: "Voir la page «\u202FLa méthode\u202F».",
    group: NEED,
    kind: "choices",
    options: optionsOf(perspectiveLabels),
    required: true,
  },
  {
    name: "summary",
    label: "La réponse en trois lignes",
    hint: "Ce qu’on lit avant de cliquer, sans mise en forme.",
    group: TEXTS,
    kind: "text",
    required: true,
  },
  {
    name: "answer",
    label: "La réponse",
    hint: "Deux phrases courtes. Avec les deux champs suivants, de 60 à 90 mots\u00A0: une minute de lecture.",
    group: MINUTE,
    kind: "markdown",
    required: true,
  },
  {
    name: "firstStep",
    label: "À faire d’abord",
    hint: "Un geste que l’on peut faire aujourd’hui, sans argent ni accord.",
    group: MINUTE,
    kind: "markdown",
    required: true,
  },
  {
    name: "keyPoints",
    label: "À savoir",
    hint: "Deux ou trois puces. Un chiffre mène à sa source\u00A0: /observatoire#…",
    group: MINUTE,
    kind: "markdown",
    required: true,
  },
  { name: "body", label: "Ce que couvre le besoin", group: TEXTS, kind: "markdown", rich: true, required: true },
  { name: "learn", label: "S’informer", group: TEXTS, kind: "markdown", rich: true, required: true },
  { name: "train", label: "Se former", group: TEXTS, kind: "markdown", rich: true, required: true },
  { name: "act", label: "Agir", group: TEXTS, kind: "markdown", rich: true, required: true },
  ...centres.map(
    ({ id, name }, index): EditField => ({
      name: reasonField(id),
      label: name,
      group: CENTRES,
      kind: "text",
      ...(index === 0 && {
        errorName: "centres",
        hint: "Pour chaque centre, dites pourquoi il répond au besoin. Laissez vides ceux qui n’y répondent pas.",
      }),
    }),
  ),
  {
    name: "toConfirm",
    label: "Réponses à confirmer",
    hint: "Cochez les centres dont le lien avec ce besoin reste à vérifier.",
    group: CENTRES,
    kind: "choices",
    options: centres.map(({ id, name }) => ({ value: id, label: name })),
  },
  ...sourceFields,
];

export const needValues = ({ centres, ...values }: EditedNeed | NeedEdit): Record<string, unknown> => ({
  ...values,
  ...Object.fromEntries(centres.map(({ centreId, reason }) => [reasonField(centreId), reason])),
  toConfirm: centres.filter(({ confidence }) => confidence === "to_confirm").map(({ centreId }) => centreId),
});
