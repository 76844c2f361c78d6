import { slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { formatShortDay } from "#lib/platform/dates";
import { fingerprint } from "#lib/platform/fingerprint";
import { linksAsLines } from "#lib/resources/links/schema";
import { LINK_ONLY } from "#lib/webinars/labels";
import type { EditedWebinar, WebinarActs, WebinarEdit } from "#lib/webinars/schema";
import { actsOf } from "#lib/webinars/terms/rules";

const SESSION = "La séance";
const WHEN = "Date et places";
const TEXTS = "Les textes";
const ROOM = "La salle";
/** Chosen once, as the session is made. */
export const FORM_FROM = "formFrom";
const AFTERWARDS = "Après la séance";

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
    name: "linkOnly",
    label: LINK_ONLY,
    hint: "Une fois publiée, sa page s’ouvre et inscrit pour qui en a l’adresse\u202F; elle n’est dans aucune liste, ni dans la recherche, les agendas et les moteurs.",
    group: WHEN,
    kind: "tick",
  },
  {
    name: "cancelled",
    label: "La séance est annulée",
    hint: "La page reste en ligne et le dit\u202F; les inscriptions se ferment.",
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
];

const recording: EditField[] = [
  {
    name: "replayUrl",
    label: "Adresse de l’enregistrement",
    hint: "Vous pouvez l’indiquer à l’avance\u00A0: le public ne la voit qu’une fois la case suivante cochée.",
    group: AFTERWARDS,
    kind: "address",
  },
  {
    name: "replayPublished",
    label: "L’enregistrement est publié",
    hint: "La page de la séance le montre, et les messages du lendemain peuvent partir.",
    group: AFTERWARDS,
    kind: "tick",
  },
];

/** What acts on people as soon as it is saved. */
export const actFields: EditField[] = [...when, ...room, ...recording];

const afterwards: EditField[] = [
  {
    name: "transcript",
    label: "Transcription",
    hint: "Ce qui est dit dans l’enregistrement, pour qui ne peut pas l’écouter. Elle paraît avec lui. Vous pouvez coller un texte, ou tout le contenu d’un fichier de sous-titres (.vtt ou .srt) de Zoom, Teams ou YouTube\u00A0: il devient des paragraphes datés, comme [00:12:34], que vous corrigerez ici.",
    group: AFTERWARDS,
    kind: "markdown",
    file: { label: "Fichier de sous-titres ou de texte", accept: ".vtt,.srt,.txt,text/vtt,text/plain" },
  },
  {
    name: "documents",
    label: "Documents",
    hint: "Diaporama, article… Un par ligne\u00A0: l’adresse, une espace, puis l’intitulé. Par exemple\u00A0: https://exemple.fr/diapos.pdf Le diaporama",
    group: AFTERWARDS,
    kind: "lines",
  },
];

/** Of a session that is not stored yet: afterwards its form has a screen of its own. */
const formFrom = (forms: readonly { id: string; title: string; startsAt: Date }[]): EditField[] =>
  forms.length
    ? [
        {
          name: FORM_FROM,
          label: "Reprendre les champs du formulaire d’une autre séance",
          hint: "Ce que son formulaire d’inscription demande en plus. Vous pourrez les changer sous «\u202FFormulaire\u202F».",
          group: WHEN,
          kind: "choice",
          options: forms.map(({ id, title, startsAt }) => ({
            value: id,
            label: `${formatShortDay(startsAt)}, ${title}`,
          })),
        },
      ]
    : [];

export const webinarFields = (related: {
  needs: readonly { id: string; title: string }[];
  cycles: readonly { id: string; title: string }[];
  /** Sessions whose form asks something of its own. */
  forms?: readonly { id: string; title: string; startsAt: Date }[];
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
  { name: "theme", label: "Thème", hint: "Le même d’un cycle à l’autre.", group: SESSION, kind: "line" },
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
  { name: "body", label: "Présentation détaillée", group: TEXTS, kind: "markdown", rich: true, required: true },
  ...formFrom(related.forms ?? []),
  ...room,
  ...recording,
  ...afterwards,
  ...sourceFields,
];

export const webinarValues = ({ documents, ...values }: EditedWebinar | WebinarEdit): Record<string, unknown> => ({
  ...values,
  documents: linksAsLines(documents),
});

/** Names what is in force, so that a form that was opened on something else is noticed. */
export const actsVersion = (webinar: WebinarActs): string => fingerprint(actsOf(webinar));
