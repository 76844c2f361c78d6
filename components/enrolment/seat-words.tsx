import { seatPhase } from "#lib/enrolment/page/rules";
import type { SeatPhase, SeatView } from "#lib/enrolment/page/schema";
import { formatDay, formatHours, formatTimestamp } from "#lib/platform/dates";
import { overrunWords } from "#lib/webinars/labels";

type Words = { title: string; lead: string };

const when = ({ webinar: { startsAt, durationMinutes } }: SeatView) =>
  `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)} (heure de Paris)`;

/** Until when an offered seat is kept. */
const deadline = ({ offerExpiresAt }: SeatView) =>
  offerExpiresAt ? `jusqu’au ${formatTimestamp(offerExpiresAt)} (heure de Paris)` : "quelques heures encore";

const expected = (seat: SeatView): string =>
  seat.webinar.forecast
    ? `La séance est annoncée, à confirmer : le ${when(seat)}, en ligne. Un message vous prévient si elle est déplacée ou annulée.`
    : "Nous vous attendons en ligne.";

export type Reader = {
  /** Nobody knows who reads a screen: only what was just asked for is told. */
  onScreen: boolean;
  sentTo: string | null;
  roomOpen: boolean;
};

export const destination = (sentTo: string | null): string => sentTo ?? "l’adresse indiquée";

const WORDS: Record<SeatPhase, (seat: SeatView, reader: Reader) => Words> = {
  coming: (seat, { onScreen, sentTo }) =>
    onScreen
      ? {
          title: "Votre inscription est enregistrée",
          lead: `Un message de confirmation part vers ${destination(sentTo)}. Il contient votre lien personnel et un fichier d’agenda.`,
        }
      : { title: "Votre place est réservée", lead: expected(seat) },
  waiting: ({ position }, { sentTo }) => ({
    title: "Vous êtes sur la liste d’attente",
    lead: `${position === null ? `Votre position est dans le message qui part vers ${destination(sentTo)}.` : `Vous êtes en position ${position}.`} Dès qu’une place se libère, elle vous est proposée par courriel : vous avez au plus 24 heures pour répondre.`,
  }),
  offered: (seat) => ({
    title: "Une place vous est proposée",
    lead: `Elle vous est gardée ${deadline(seat)}. Sans réponse, elle ira à la personne suivante.`,
  }),
  left: (_, { onScreen }) => ({
    title: "Votre annulation est enregistrée",
    lead: onScreen
      ? "Un message part vers l’adresse de l’inscription. S’il vous demande un dernier clic, c’est pour vérifier que la demande vient bien de vous."
      : "Merci de nous avoir prévenus.",
  }),
  expired: () => ({
    title: "La place proposée n’est plus gardée",
    lead: "Votre réponse n’est pas arrivée à temps : la place va à la personne suivante. Vous pouvez reprendre votre tour en vous inscrivant de nouveau.",
  }),
  withdrawn: () => ({
    title: "Cette séance est annulée",
    lead: "L’équipe d’organisation a annulé la séance : vous n’avez rien à faire.",
  }),
  running: () => ({ title: "La séance a commencé", lead: "Il est encore temps de la rejoindre." }),
  closed: () => ({
    title: "La liste d’attente est close",
    lead: "La séance a commencé, et aucune place ne s’est libérée pour vous. Sa page dira où la revoir, si elle a été enregistrée.",
  }),
  over: ({ state, webinar }, { roomOpen }) => ({
    title: roomOpen
      ? "La salle est encore ouverte"
      : state === "confirmed"
        ? "Vous aviez une place à cette séance"
        : "Cette séance est passée",
    lead: roomOpen
      ? `${overrunWords(webinar)} Il est encore temps de la rejoindre.`
      : webinar.replayPublic
        ? "Elle est terminée, et son enregistrement est en ligne : vous pouvez la revoir quand vous voulez."
        : "Elle est terminée. Sa page dira où la revoir, si elle a été enregistrée.",
  }),
};

/** Title and first sentence of the page of one seat. */
export const seatWords = (seat: SeatView, reader: Reader, at: Date): Words => WORDS[seatPhase(seat, at)](seat, reader);

const STATES: Record<SeatPhase, (seat: SeatView) => string> = {
  coming: ({ webinar }) => (webinar.forecast ? "Place réservée, séance à confirmer" : "Place réservée"),
  waiting: ({ position }) => (position === null ? "Liste d’attente" : `Liste d’attente, position ${position}`),
  offered: (seat) => `Place proposée, gardée ${deadline(seat)}`,
  left: ({ undoUntil }) => (undoUntil ? `Annulée, retour possible jusqu’au ${formatTimestamp(undoUntil)}` : "Annulée"),
  expired: () => "Proposition restée sans réponse",
  withdrawn: () => "Séance annulée",
  running: () => "Séance en cours",
  closed: () => "Liste d’attente close",
  over: ({ present }) => (present ? "Vous y étiez" : "Séance passée"),
};

export function seatState(seat: SeatView, roomOpen: boolean, at: Date): string {
  const phase = seatPhase(seat, at);
  return phase === "over" && roomOpen ? "Salle encore ouverte" : STATES[phase](seat);
}
