import { seatState } from "#components/enrolment/seat-words";
import type { SeatProps } from "#components/enrolment/ticket";
import { LinkButton } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { Section } from "#components/ui/section";
import { DateLeaf } from "#components/webinars/date-leaf";
import { seatPhase } from "#lib/enrolment/page/rules";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { isLive } from "#lib/seats/rules";

export type ListedSeat = Pick<SeatProps, "seat" | "doors">;
type Props = { seats: readonly ListedSeat[]; token: string; at: Date };

const WAYS = {
  offered: "Prendre ou laisser cette place",
  coming: "Voir ou annuler",
  waiting: "Voir ou quitter la liste",
} as const;

function Seat({ seat, doors, token, at }: ListedSeat & Omit<Props, "seats">) {
  const { slug, title, startsAt, durationMinutes } = seat.webinar;
  const phase = seatPhase(seat, at);
  return (
    <li className="flex flex-wrap items-start gap-4 border-line border-t py-4 first:border-t-0">
      <DateLeaf webinar={seat.webinar} />
      <div className="min-w-0 grow basis-40">
        <h3 className="text-lg">{french(title)}</h3>
        <p>
          {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
        </p>
        <p className="font-semibold">{seatState(seat, doors.room !== null, at)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {doors.room !== null && <LinkButton href={doors.room}>Rejoindre la séance</LinkButton>}
        {doors.certificate !== null && (
          <a href={doors.certificate} className="inline-flex min-h-11 items-center">
            Attestation (PDF)
            <span className="sr-only">
              {"\u00A0"}: {french(title)}
            </span>
          </a>
        )}
        <a href={paths.registration(token, { seance: slug })} className="inline-flex min-h-11 items-center">
          {phase in WAYS ? WAYS[phase as keyof typeof WAYS] : "Voir"}
          <span className="sr-only">
            {"\u00A0"}: {french(title)}
          </span>
        </a>
      </div>
    </li>
  );
}

/** The sessions of a personal page that has several, those to come first. */
export function SeatList({ seats, token, at }: Props) {
  const coming = seats.filter(({ seat }) => seat.cancellable);
  const past = seats.filter(({ seat }) => !seat.cancellable);
  const seated = coming.filter(({ seat }) => isLive(seat.state) && seatPhase(seat, at) === "coming");
  return (
    <>
      {coming.length > 0 && (
        <Section title="Vos séances à venir" lead="Les heures sont celles de Paris.">
          <ul>
            {coming.map((listed) => (
              <Seat key={listed.seat.webinar.slug} {...listed} token={token} at={at} />
            ))}
          </ul>
          {seated.length > 1 && (
            <div className="mt-4">
              <LinkButton href={paths.registrationCalendar(token)} look="secondary">
                Tout ajouter à mon agenda (.ics)
              </LinkButton>
            </div>
          )}
        </Section>
      )}
      {past.length > 0 && (
        <div className="pb-8">
          <Fold look="card" summary="Vos séances passées" open={coming.length === 0}>
            <ul>
              {past.map((listed) => (
                <Seat key={listed.seat.webinar.slug} {...listed} token={token} at={at} />
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </>
  );
}
