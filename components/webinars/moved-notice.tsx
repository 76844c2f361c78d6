import { Notice } from "#components/ui/notice";
import { formatDay, formatHours } from "#lib/platform/dates";
import type { WebinarDetail } from "#lib/webinars/schema";

type Props = { webinar: Pick<WebinarDetail, "startsAt" | "previousStartsAt" | "durationMinutes"> };

export function MovedNotice({ webinar: { startsAt, previousStartsAt, durationMinutes } }: Props) {
  if (!previousStartsAt) return null;
  const day = (instant: Date) => `${formatDay(instant)}, ${formatHours(instant, durationMinutes)}`;
  return (
    <div className="mb-4 max-w-prose">
      <Notice look="warning">
        <p>
          <strong>Séance déplacée</strong> du {day(previousStartsAt)} au <strong>{day(startsAt)}</strong> (heure de
          {"\u00A0"}Paris).
        </p>
      </Notice>
    </div>
  );
}
