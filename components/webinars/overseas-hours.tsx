import { Fold } from "#components/ui/fold";
import { formatDayIn, formatHours } from "#lib/platform/dates";
import { overseasTimes } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: Pick<WebinarSummary, "startsAt" | "durationMinutes"> };

/** When a session happens on the clocks of the overseas territories, on that date; the day is named when it is another one. */
export function OverseasHours({ webinar: { startsAt, durationMinutes } }: Props) {
  return (
    <Fold look="line" summary={"À quelle heure outre-mer\u202F?"}>
      <ul className="grid gap-1">
        {overseasTimes(startsAt).map(({ territories, zone, otherDay }) => (
          <li key={zone}>
            {territories.join(", ")}
            {"\u00A0"}: {otherDay && `${formatDayIn(startsAt, zone)}, `}
            {formatHours(startsAt, durationMinutes, zone)}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
