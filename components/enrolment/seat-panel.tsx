import type { ReactNode } from "react";
import { type CalendarAddresses, CalendarLinks } from "#components/enrolment/calendar-links";
import { CancelForm, OfferForm, QuestionForm } from "#components/enrolment/seat-forms";
import { seatState } from "#components/enrolment/seat-words";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { OverseasHours } from "#components/webinars/overseas-hours";
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

export type SeatActions = Record<"cancel" | "undo" | "answer" | "ask", FormAction>;

export type SeatProps = {
  seat: SeatView;
  doors: SeatDoors;
  token: string;
  actions: SeatActions;
  /** Whether the link was shown on screen, not sent to the address. */
  onScreen: boolean;
  at: Date;
};

function SessionFacts({ seat, doors, at }: Pick<SeatProps, "seat" | "doors" | "at">) {
  const { slug, title, startsAt, durationMinutes, previousStartsAt, cancelledAt } = seat.webinar;
  const moved = previousStartsAt !== null && cancelledAt === null && at < startsAt;
  const facts = [
    { name: "Séance", value: <a href={paths.webinar(slug)}>{french(title)}</a> },
    { name: "Date", value: formatDay(startsAt) },
    { name: "Horaire", value: `${formatHours(startsAt, durationMinutes)} (heure de Paris)` },
    { name: "Déplacée", value: moved && `Elle était d’abord prévue le ${formatDay(previousStartsAt)}.` },
    { name: "Votre place", value: <strong>{seatState(seat, doors.room !== null, at)}</strong> },
  ];
  return (
    <div className="grid gap-3">
      <Facts facts={facts.map(({ name, value }) => ({ name, value: value === false ? null : value }))} />
      {at < startsAt && <OverseasHours webinar={seat.webinar} />}
    </div>
  );
}

/** What cannot wait: an offered seat, a room that is open. */
function Now({ seat, doors: { room }, token, actions, at }: SeatProps) {
  const offered = seatPhase(seat, at) === "offered";
  if (!offered && room === null) return null;
  return (
    <div className="pt-8 sm:pt-10">
      {offered && <OfferForm action={actions.answer} token={token} webinar={seat.webinar.slug} />}
      {room !== null && <LinkButton href={room}>Rejoindre la séance</LinkButton>}
    </div>
  );
}

function Questions({ seat, token, actions }: SeatProps) {
  return (
    <Section title="Vos questions pour la séance">
      {seat.questions.length > 0 && (
        <ul className="mb-4 grid list-disc gap-2 pl-6">
          {seat.questions.map((question) => (
            <li key={question} className="whitespace-pre-line break-words">
              {french(question)}
            </li>
          ))}
        </ul>
      )}
      <QuestionForm action={actions.ask} token={token} webinar={seat.webinar.slug} asked={seat.questions.length > 0} />
    </Section>
  );
}

function Coming(props: SeatProps) {
  const { seat, doors, token, actions, onScreen } = props;
  return (
    <>
      {doors.room === null && (
        <Section title="Le jour venu">
          <p>
            Le bouton pour rejoindre la séance s’affichera ici le {formatDay(seat.webinar.startsAt)}, à{" "}
            {formatHour(doors.opensAt)}, 15 minutes avant le début. Il est aussi dans nos messages.
          </p>
        </Section>
      )}
      <Section title="L’ajouter à votre agenda">
        <CalendarLinks {...doors.calendars} />
      </Section>
      {!onScreen && <Questions {...props} />}
      <Section
        title={"Vous ne pouvez plus venir\u202F?"}
        lead="Rendre votre place aide à préparer la séance, et peut servir à une autre personne."
      >
        <CancelForm action={actions.cancel} token={token} webinar={seat.webinar.slug} waiting={false} />
      </Section>
    </>
  );
}

function Left({ seat, token, actions }: SeatProps) {
  const { undoUntil, cancellable, webinar } = seat;
  if (!undoUntil) return <Ways again={cancellable && !webinar.cancelledAt} slug={webinar.slug} />;
  return (
    <Section
      title={"Vous avez changé d’avis\u202F?"}
      lead={`Vous pouvez revenir jusqu’au ${formatTimestamp(undoUntil)} (heure de Paris). Si une place est libre, elle est à vous\u202F; sinon, vous rejoignez la fin de la liste d’attente.`}
    >
      <ActionButton action={actions.undo} values={{ token, webinar: webinar.slug }} label="Reprendre ma place" />
    </Section>
  );
}

function Ways({ slug, again = false, children }: { slug: string; again?: boolean; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-3 pb-8">
      {children}
      {again && <LinkButton href={paths.webinar(slug)}>M’inscrire de nouveau</LinkButton>}
      <LinkButton href={paths.webinars()} look="secondary">
        Voir le programme
      </LinkButton>
    </div>
  );
}

function Over({ seat: { webinar }, doors }: SeatProps) {
  return (
    <Ways slug={webinar.slug}>
      <LinkButton href={paths.webinar(webinar.slug)}>
        {webinar.replayPublic ? "Revoir la séance" : "Voir la page de la séance"}
      </LinkButton>
      {doors.certificate !== null && (
        <LinkButton href={doors.certificate} look="secondary">
          Télécharger mon attestation (PDF)
        </LinkButton>
      )}
    </Ways>
  );
}

function Next(props: SeatProps) {
  const { seat, token, actions, at } = props;
  const { slug } = seat.webinar;
  switch (seatPhase(seat, at)) {
    case "coming":
      return <Coming {...props} />;
    case "waiting":
      return (
        <Section title={"Vous ne pouvez plus venir\u202F?"} lead="Les personnes suivantes avanceront d’un rang.">
          <CancelForm action={actions.cancel} token={token} webinar={slug} waiting />
        </Section>
      );
    case "offered":
    case "running":
      return null;
    case "left":
      return <Left {...props} />;
    case "expired":
      return <Ways slug={slug} again />;
    case "withdrawn":
      return <Ways slug={slug} />;
    default:
      return <Over {...props} />;
  }
}

/** One session of a personal page: what was registered, what happens next, what can be done of it. */
export function SeatPanel(props: SeatProps) {
  return (
    <>
      <Now {...props} />
      <Section title="Votre séance">
        <SessionFacts {...props} />
      </Section>
      <Next {...props} />
    </>
  );
}
