import { calendarLeaf, DateLeaf } from "#components/webinars/date-leaf";
import { stateOf } from "#components/webinars/webinar-tags";
import { formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { FORECAST, registrationStateLabels } from "#lib/webinars/labels";
import { registrationState, webinarState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

/** What one can do there: nothing is said of a past session that left nothing to watch. */
function invitation(webinar: WebinarSummary, at: Date): string | null {
  if (webinarState(webinar, at) === "past") return webinar.hasReplay ? "À revoir" : null;
  return registrationState(webinar, at) === "open" ? "S’inscrire" : null;
}

type Props = { webinar: WebinarSummary; at: Date; announced: boolean };

/** A session in the line of its year. @param props.announced the whole line said that it is to be confirmed */
export function WebinarLine({ webinar, at, announced }: Props) {
  const { slug, title, need, startsAt, durationMinutes, cancelledAt } = webinar;
  const isPast = webinarState(webinar, at) === "past";
  const act = invitation(webinar, at);
  const about = need && need.title !== title ? ` · ${french(need.title)}` : "";
  const state = stateOf(webinar, at);
  const isUsual =
    (isPast && !cancelledAt) || state === registrationStateLabels.open || (announced && state === FORECAST);
  return (
    <li className={`${need ? `need-${need.position}` : ""} ${isPast ? "past" : ""}`}>
      <DateLeaf webinar={webinar} />
      <h3>
        <a href={paths.webinar(slug)}>{french(title)}</a>
      </h3>
      <p className="first-letter:uppercase">
        {calendarLeaf(startsAt).weekday}, {formatHours(startsAt, durationMinutes)}
        {about}
        {!isUsual && ` · ${state}`}
      </p>
      {act && <span>{act}</span>}
    </li>
  );
}
