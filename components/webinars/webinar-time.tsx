import { formatDay, formatHours, inParis } from "#lib/platform/dates";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: Pick<WebinarSummary, "startsAt" | "durationMinutes" | "cancelledAt"> };

/** When a session happens, in Paris: « jeudi 21 mars 2019, 13 h – 14 h ». Struck out when it is cancelled. */
export function WebinarTime({ webinar: { startsAt, durationMinutes, cancelledAt } }: Props) {
  const offset = inParis(startsAt).toString({ timeZoneName: "never", smallestUnit: "minute" });
  return (
    <time dateTime={offset} className={cancelledAt ? "line-through" : undefined}>
      {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
    </time>
  );
}
