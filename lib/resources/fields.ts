import { slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { profileLabels } from "#lib/profiles/labels";
import { phaseLabels, resourceTypeLabels, sdgLabel } from "#lib/resources/labels";
import { documentsAsLines } from "#lib/resources/links/schema";
import { RELATION_TYPES, relationLabels } from "#lib/resources/relations/labels";
import { relationsAsLines } from "#lib/resources/relations/schema";
import type { EditedResource, ResourceEdit } from "#lib/resources/schema";

const DOCUMENT = "Le document";
const DESCRIPTION = "La description";
const ORIGIN = "L’origine";
const FORMAT = "Le format";
const FOR_WHOM = "Pour qui, pour quoi";
const GOALS = 17;

const ONE_A_LINE = "Un par ligne.";
const FIRST =
  "«\u202FCommencez par\u202F» : il s’affiche avant les autres, puis viennent ceux qui sont en ligne et les plus récents.";

const origin: EditField[] = [
  { name: "authors", label: "Auteurs", hint: ONE_A_LINE, group: ORIGIN, kind: "lines" },
  { name: "publisher", label: "Éditeur", group: ORIGIN, kind: "line" },
  { name: "partners", label: "Partenaires", hint: ONE_A_LINE, group: ORIGIN, kind: "lines" },
  { name: "year", label: "Année", hint: "Celle du document, sur quatre chiffres.", group: ORIGIN, kind: "number" },
  {
    name: "dateLabel",
    label: "Date en toutes lettres",
    hint: "Aussi précise qu’elle est connue\u00A0: «\u202Fnovembre 2016\u202F».",
    group: ORIGIN,
    kind: "line",
  },
  { name: "licence", label: "Licence", hint: "Vide si elle n’est pas indiquée.", group: ORIGIN, kind: "line" },
];

const format: EditField[] = [
  { name: "language", label: "Langue", hint: "fr, en…", group: FORMAT, kind: "line", required: true },
  { name: "pages", label: "Nombre de pages", group: FORMAT, kind: "number" },
  {
    name: "durationMinutes",
    label: "Durée en minutes",
    hint: "Pour une vidéo ou un cours.",
    group: FORMAT,
    kind: "number",
  },
];

type Related = {
  needs: readonly { id: string; title: string }[];
  centres: readonly { id: string; name: string }[];
};

const forWhom = ({ needs, centres }: Related): EditField[] => [
  {
    name: "needIds",
    label: "Besoins",
    group: FOR_WHOM,
    kind: "choices",
    options: needs.map(({ id, title }) => ({ value: id, label: title })),
  },
  {
    name: "firstForNeedIds",
    label: "À lire en premier pour ces besoins",
    hint: FIRST,
    group: FOR_WHOM,
    kind: "choices",
    options: needs.map(({ id, title }) => ({ value: id, label: title })),
  },
  {
    name: "centreIds",
    label: "Centres de ressources",
    group: FOR_WHOM,
    kind: "choices",
    options: centres.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    name: "firstForCentreIds",
    label: "À lire en premier pour ces centres",
    hint: FIRST,
    group: FOR_WHOM,
    kind: "choices",
    options: centres.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    name: "audiences",
    label: "Publics",
    group: FOR_WHOM,
    kind: "choices",
    options: optionsOf(profileLabels),
    required: true,
  },
  {
    name: "phases",
    label: "Phases de l’innovation",
    group: FOR_WHOM,
    kind: "choices",
    options: optionsOf(phaseLabels),
  },
  {
    name: "sdgs",
    label: "Objectifs de développement durable",
    group: FOR_WHOM,
    kind: "choices",
    options: Array.from({ length: GOALS }, (_, index) => ({ value: String(index + 1), label: sdgLabel(index + 1) })),
  },
  {
    name: "territories",
    label: "Territoires",
    hint: "Un par ligne, par exemple Occitanie. Rien si le document vaut partout.",
    group: FOR_WHOM,
    kind: "lines",
  },
];

/**
 * The edit form of a resource.
 * @param related the needs and centres that it may be tied to
 */
export const resourceFields = (related: Related): EditField[] => [
  { name: "title", label: "Titre", group: DOCUMENT, kind: "line", required: true },
  slugField(DOCUMENT),
  {
    name: "type",
    label: "Type de document",
    group: DOCUMENT,
    kind: "choice",
    options: optionsOf(resourceTypeLabels),
    required: true,
  },
  {
    name: "links",
    label: "Liens",
    hint: "Un par ligne\u00A0: l’adresse, une espace, l’intitulé, puis, entre des barres, ce que vous savez\u00A0: format, poids, langue, jour de vérification. Par exemple\u00A0: https://exemple.fr/guide.pdf Lire le guide | PDF | 2,4 Mo | fr | 2026-11-20. Un fichier du portail se donne par son adresse dans les médias\u00A0: ce qu’il est s’affiche tout seul.",
    group: DOCUMENT,
    kind: "lines",
  },
  {
    name: "summary",
    label: "Résumé",
    hint: "Deux ou trois phrases\u00A0: pour qui, pour quoi.",
    group: DESCRIPTION,
    kind: "text",
    required: true,
  },
  { name: "body", label: "Présentation détaillée", group: DESCRIPTION, kind: "markdown", rich: true },
  {
    name: "relations",
    label: "Liens avec d’autres ressources",
    hint: `Un par ligne\u00A0: ${RELATION_TYPES.map((type) => relationLabels[type].own).join(", ")}, puis l’adresse de l’autre. Par exemple\u00A0: Suite de /ressources/rapport-arpea. L’autre page le dit aussi.`,
    group: DOCUMENT,
    kind: "lines",
  },
  ...forWhom(related),
  ...origin,
  ...format,
  ...sourceFields,
];

export const resourceValues = ({
  links,
  relations,
  ...values
}: EditedResource | ResourceEdit): Record<string, unknown> => ({
  ...values,
  links: documentsAsLines(links),
  relations: relationsAsLines(relations),
});
