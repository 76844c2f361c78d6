import { SeatTag } from "#components/back-office/roster/people/seat-tag";
import { ActionButton } from "#components/forms/action-button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { questionStatusLabels } from "#lib/questions/labels";
import { registrationOriginLabels } from "#lib/roster/labels";
import { notedWords } from "#lib/roster/people/labels";
import type { PersonSeat } from "#lib/roster/person/schema";
import { isLive } from "#lib/seats/rules";

export type SeatActions = { cancel: FormAction; restore: FormAction };

function Words({ seat: { accessNeeds, cancellationReason, questions } }: { seat: PersonSeat }) {
  return (
    <>
      {questions.map(({ id, text, status, answer }) => (
        <p key={id} className="max-w-prose whitespace-pre-wrap">
          <span className="font-semibold">Question</span>
          {"\u00A0"}: {french(text)}{" "}
          <Tag>{answer ? `${questionStatusLabels[status]}, avec une réponse` : questionStatusLabels[status]}</Tag>
        </p>
      ))}
      {accessNeeds && (
        <p className="max-w-prose whitespace-pre-wrap">
          <span className="font-semibold">Accessibilité</span>
          {"\u00A0"}: {french(accessNeeds)}
        </p>
      )}
      {cancellationReason && (
        <p className="max-w-prose whitespace-pre-wrap">
          <span className="font-semibold">Motif d’annulation</span>
          {"\u00A0"}: {french(cancellationReason)}
        </p>
      )}
    </>
  );
}

type Props = { personId: string; seats: readonly PersonSeat[]; actions: SeatActions; at: Date };

function SeatChange({ personId, seat, actions, at }: Omit<Props, "seats"> & { seat: PersonSeat }) {
  const { id, status, webinar } = seat;
  const values = { id: personId, seatId: id };
  if (webinar.startsAt <= at || webinar.cancelledAt) return null;
  if (!isLive(status))
    return <ActionButton action={actions.restore} values={values} label="Rétablir l’inscription" look="secondary" />;
  return (
    <ActionButton
      action={actions.cancel}
      values={values}
      label="Oui, annuler et prévenir"
      look="danger"
      folded={{ summary: `Annuler l’inscription du ${formatShortDay(webinar.startsAt)}` }}
    >
      <p>La personne en est prévenue, et sa place est proposée à la première de la liste d’attente.</p>
    </ActionButton>
  );
}

function Seat(props: Omit<Props, "seats"> & { seat: PersonSeat }) {
  const { seat, at } = props;
  const { webinar, origin, createdAt, certificateCode, keptUntil } = seat;
  const noted = notedWords(seat, webinar.startsAt <= at);
  return (
    <li className="grid gap-1 border-line border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={`${paths.adminWebinar(webinar.id, "inscrits")}#${seat.id}`}
          className="inline-flex min-h-11 min-w-0 items-center font-semibold"
        >
          {formatShortDay(webinar.startsAt)}, {french(webinar.title)}
        </a>{" "}
        <SeatTag seat={seat} />
        {webinar.cancelledAt && <Tag look="doubt">Séance annulée</Tag>}
        {noted && <Tag>{noted}</Tag>}
      </p>
      <p className="text-muted text-sm">
        {registrationOriginLabels[origin]}, le {formatTimestamp(createdAt)}. Gardée jusqu’au {formatShortDay(keptUntil)}
        .
        {certificateCode && (
          <>
            {" "}
            <a href={paths.certificateCheck(certificateCode)}>Attestation {certificateCode}</a>
          </>
        )}
      </p>
      <Words seat={seat} />
      <SeatChange {...props} />
    </li>
  );
}

export function PersonSeats({ seats, ...props }: Props) {
  if (seats.length === 0) return <p>Cette personne n’est inscrite à aucune séance.</p>;
  return (
    <ul>
      {seats.map((seat) => (
        <Seat key={seat.id} seat={seat} {...props} />
      ))}
    </ul>
  );
}
