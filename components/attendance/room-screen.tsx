import type { ReactNode } from "react";
import { roomAddress } from "#components/attendance/room-address";
import { roomWords } from "#components/attendance/room-words";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { Facts } from "#components/ui/facts";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { OverseasHours } from "#components/webinars/overseas-hours";
import type { RoomView } from "#lib/attendance/schema";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = {
  room: RoomView;
  token: string;
  webinar?: string;
  still: boolean;
  at: Date;
  children: ReactNode;
};

/** The page asks again by itself, unless its reader would rather not (RGAA 13.1). */
function Refresh({ room: { refreshSeconds }, token, webinar, still }: Props) {
  if (refreshSeconds === null) return null;
  return (
    <p className="text-muted">
      {!still && <meta httpEquiv="refresh" content={String(refreshSeconds)} />}
      {still ? "Cette page ne s’actualise plus d’elle-même." : "Cette page s’actualise d’elle-même chaque minute."}{" "}
      <a href={roomAddress(token, webinar, !still)} className="inline-flex min-h-11 items-center">
        {still ? "Reprendre l’actualisation" : "Arrêter l’actualisation"}
      </a>
    </p>
  );
}

function Moved({ room: { webinar, state } }: Pick<Props, "room">) {
  if (!webinar.previousStartsAt || state === "over" || state === "cancelled") return null;
  return (
    <Notice title="La séance a été déplacée." look="warning">
      <p>
        Prévue d’abord le {formatDay(webinar.previousStartsAt)}, elle a lieu le{" "}
        <strong>{formatDay(webinar.startsAt)}</strong>, {formatHours(webinar.startsAt, webinar.durationMinutes)} (heure
        de Paris).
      </p>
    </Notice>
  );
}

function WebinarRow({ webinar }: { webinar: RoomView["webinar"] }) {
  return (
    <div className="grid gap-3">
      <Facts
        facts={[
          { name: "Séance", value: french(webinar.title) },
          { name: "Date", value: formatDay(webinar.startsAt) },
          { name: "Horaire", value: `${formatHours(webinar.startsAt, webinar.durationMinutes)} (heure de Paris)` },
        ]}
      />
      <OverseasHours webinar={webinar} />
    </div>
  );
}

function Ways({ room: { state, opensPage, webinar }, token }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      {state === "over" && (
        <LinkButton href={paths.webinar(webinar.slug)}>
          {webinar.replayPublic ? "Revoir la séance" : "Voir la page de la séance"}
        </LinkButton>
      )}
      {/* Another link came with its invitation: the public file would be a second entry, which no message moves. */}
      {state === "early" && opensPage && (
        <LinkButton href={paths.registrationCalendar(token, webinar.slug)} look="secondary">
          Ajouter à mon agenda (.ics)
        </LinkButton>
      )}
      {state === "cancelled" && <LinkButton href={paths.webinars()}>Voir le programme</LinkButton>}
      <LinkButton href={opensPage ? paths.registration(token) : paths.findRegistrations()} look="secondary">
        {opensPage ? "Voir ma page personnelle" : "Recevoir mes liens personnels"}
      </LinkButton>
    </div>
  );
}

export function RoomScreen(props: Props) {
  const { room, at, children } = props;
  const { title, lead } = roomWords(room, at);
  return (
    <>
      <PageHeader kicker={`Webinaire du ${formatDay(room.webinar.startsAt)}`} title={title} lead={lead} />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <Moved room={room} />
          {room.state === "open" && (
            <>
              {children}
              <p className="text-muted">
                Le bouton ouvre la visioconférence et note votre présence, qui donne droit à une attestation.
              </p>
            </>
          )}
          <Refresh {...props} />
          <WebinarRow webinar={room.webinar} />
          <Ways {...props} />
        </div>
      </Container>
    </>
  );
}
