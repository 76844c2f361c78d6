import { slugField, sourceFields } from "#lib/editorial/fields";
import type { EditField } from "#lib/editorial/schema";

const SESSION = "La séance";
const WHEN = "Date et places";
const TEXTS = "Les textes";
const ROOM = "La salle et la suite";

const when: EditField[] = [
  { name: "startsAt", label: "Date et heure de Paris", group: WHEN, kind: "instant", required: true },
  { name: "durationMinutes", label: "Durée en minutes", group: WHEN, kind: "number", required: true },
  {
    name: "capacity",
    label: "Nombre de places",
    hint: "Vide s’il n’y a pas de limite. Abaissé sous le nombre d’inscrits, il ne désinscrit personne.",
    group: WHEN,
    kind: "number",
  },
  {
    name: "cancelled",
    label: "La séance est annulée",
    hint: "La page reste en ligne et le dit\u00A0; les inscriptions se ferment.",
    group: WHEN,
    kind: "tick",
  },
];

const room: EditField[] = [
  {
    name: "roomUrl",
    label: "Adresse de la salle",
    hint: "Le lien de visioconférence. Il ne s’affiche jamais sur la page publique.",
    group: ROOM,
    kind: "address",
  },
  { name: "replayUrl", label: "Adresse de l’enregistrement", group: ROOM, kind: "address" },
];

/**
 * The edit form of a webinar. Whether it is provisional is said of its whole cycle.
 * @param related the needs and cycles that it may belong to
 */
export const webinarFields = (related: {
  needs: readonly { id: string; title: string }[];
  cycles: readonly { id: string; title: string }[];
}): EditField[] => [
  { name: "title", label: "Titre", group: SESSION, kind: "line", required: true },
  slugField(SESSION),
  {
    name: "cycleId",
    label: "Cycle",
    hint: "C’est le cycle qui dit si le programme est prévisionnel.",
    group: SESSION,
    kind: "choice",
    options: related.cycles.map(({ id, title }) => ({ value: id, label: title })),
    required: true,
  },
  {
    name: "needId",
    label: "Besoin illustré",
    group: SESSION,
    kind: "choice",
    options: related.needs.map(({ id, title }) => ({ value: id, label: title })),
  },
  {
    name: "speakers",
    label: "Intervenants",
    hint: "Un par ligne. Vide tant qu’ils ne sont pas confirmés.",
    group: SESSION,
    kind: "lines",
  },
  ...when,
  {
    name: "summary",
    label: "Présentation en deux ou trois phrases",
    group: TEXTS,
    kind: "text",
    required: true,
  },
  { name: "body", label: "Présentation détaillée", group: TEXTS, kind: "markdown", required: true },
  ...room,
  ...sourceFields,
];
