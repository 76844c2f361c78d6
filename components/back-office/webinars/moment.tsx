import { Tag } from "#components/ui/tag";
import { formatHours, formatShortDay } from "#lib/platform/dates";
import { webinarStateLabels } from "#lib/webinars/labels";
import { webinarState } from "#lib/webinars/rules";
import type { WebinarTerms } from "#lib/webinars/schema";

/** Where a session stands, whatever its tab shows. */
export function WebinarMoment({ webinar, at }: { webinar: WebinarTerms; at: Date }) {
  const { startsAt, durationMinutes, cancelled } = webinar;
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
      {cancelled ? <Tag look="doubt">Séance annulée</Tag> : <Tag>{webinarStateLabels[webinarState(webinar, at)]}</Tag>}
      <span className="text-muted">
        {formatShortDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
      </span>
    </p>
  );
}
