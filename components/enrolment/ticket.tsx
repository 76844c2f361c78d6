import "./ticket.css";
import type { ReactNode } from "react";
import type { CalendarAddresses } from "#components/enrolment/calendar-links";
import { OfferForm } from "#components/enrolment/seat-forms";
import { seatState } from "#components/enrolment/seat-words";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { DateLeaf } from "#components/webinars/date-leaf";
import { seatPhase } from "#lib/enrolment/page/rules";
import type { SeatView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { formatDay, formatHour, formatHours, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export type SeatDoors = {
  opensAt: Date;
  /** The page that leads into the room, while it is open to this seat. */
  room: string | null;
  calendars: CalendarAddresses;
  /** The certificate of who was there, once the session is over. */
  certificate: string | null;
};

export type SeatActions = Record<"cancel" | "undo" | "answer" | "ask" | "correct", FormAction>;

export type SeatProps = { seat: SeatView; doors: SeatDoors; token: string; actions: SeatActions; at: Date };

function Programme() {
  return <a href={paths.webinars()}>Voir le programme</a>;
}

function Again({ seat: { cancellable, webinar } }: SeatProps) {
  if (!cancellable || webinar.cancelledAt) return <LinkButton href={paths.webinars()}>Voir le programme</LinkButton>;
  return (
    <>
      <LinkButton href={paths.webinar(webinar.slug)}>M’inscrire de nouveau</LinkButton>
      <Programme />
    </>
  );
}

function Left(props: SeatProps) {
  const { seat, token, actions } = props;
  if (!seat.undoUntil) return <Again {...props} />;
  return (
    <>
      <ActionButton action={actions.undo} values={{ token, webinar: seat.webinar.slug }} label="Reprendre ma place" />
      <p>
        Jusqu’au {formatTimestamp(seat.undoUntil)} (heure de Paris). Si une place est libre, elle est à vous. Sinon,
        vous rejoignez la fin de la liste d’attente.
      </p>
    </>
  );
}

function Coming({ seat, doors }: SeatProps) {
  return (
    <>
      <LinkButton href={doors.calendars.file}>Ajouter à mon agenda (.ics)</LinkButton>
      <p>
        Le bouton pour rejoindre la séance s’affichera ici le {formatDay(seat.webinar.startsAt)}, à{" "}
        {formatHour(doors.opensAt)}, 15 minutes avant le début. Il est aussi dans nos messages.
        {seat.webinar.forecast && " Si la séance est déplacée, un message vous le dit."}
      </p>
    </>
  );
}

function Over({ seat: { webinar }, doors }: SeatProps) {
  const page = paths.webinar(webinar.slug);
  const words = webinar.replayPublic ? "Revoir la séance" : "Voir la page de la séance";
  if (doors.certificate === null)
    return (
      <>
        <LinkButton href={page}>{words}</LinkButton>
        <Programme />
      </>
    );
  return (
    <>
      <LinkButton href={doors.certificate}>Télécharger mon attestation (PDF)</LinkButton>
      <a href={page}>{words}</a>
    </>
  );
}

/** What there is to do now: one thing, and what goes with it. */
function act(props: SeatProps): ReactNode {
  const { seat, doors, token, actions, at } = props;
  if (doors.room !== null) return <LinkButton href={doors.room}>Rejoindre la séance</LinkButton>;
  switch (seatPhase(seat, at)) {
    case "coming":
      return <Coming {...props} />;
    case "offered":
      return <OfferForm action={actions.answer} token={token} webinar={seat.webinar.slug} />;
    case "waiting":
      return <p>Rien à faire pour l’instant{"\u00A0"}: un message vous prévient dès qu’une place est pour vous.</p>;
    case "running":
      return <p>La salle n’est pas encore ouverte à cette adresse. Rechargez cette page dans un instant.</p>;
    case "left":
      return <Left {...props} />;
    case "expired":
      return <Again {...props} />;
    case "withdrawn":
      return <LinkButton href={paths.webinars()}>Voir le programme</LinkButton>;
    default:
      return <Over {...props} />;
  }
}

/** A seat as one holds it: the day, the hour, what, where, how things stand, and the one thing to do now. */
export function Ticket(props: SeatProps) {
  const { seat, doors, at } = props;
  const { slug, title, startsAt, durationMinutes, previousStartsAt, cancelledAt } = seat.webinar;
  const moved = previousStartsAt !== null && cancelledAt === null && at < startsAt;
  return (
    <section className="ticket">
      <DateLeaf webinar={seat.webinar} />
      <div className="grid content-start gap-1.5">
        <h2>
          <a href={paths.webinar(slug)}>{french(title)}</a>
        </h2>
        <p>
          {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)} (heure de Paris), en ligne
        </p>
        {moved && <p>Elle était d’abord prévue le {formatDay(previousStartsAt)}.</p>}
        <strong>{seatState(seat, doors.room !== null, at)}</strong>
      </div>
      <div className="stub">{act(props)}</div>
    </section>
  );
}
