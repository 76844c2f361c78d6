import { REGISTRATION_ANCHOR } from "#components/webinars/registration-place";
import { formatDay, formatHour } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { isForecast, registrationState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

function invitation(webinar: WebinarSummary, at: Date): string {
  if (isForecast(webinar)) return "Voyez la prochaine séance, annoncée et à confirmer";
  if (registrationState(webinar, at) === "full") return "Rejoignez la liste d’attente de la prochaine séance, complète";
  return "Inscrivez-vous à la prochaine séance";
}

const look = "mb-4 font-semibold";

/** @param webinar the next to come on a need, when one is announced */
export function NextSession({ webinar, at }: { webinar: WebinarSummary | undefined; at: Date }) {
  if (!webinar)
    return (
      <p className={look}>
        Aucune séance n’est annoncée sur ce besoin{"\u00A0"}: voyez tous les <a href={paths.webinars()}>webinaires</a>.
      </p>
    );
  return (
    <p className={look}>
      <a href={`${paths.webinar(webinar.slug)}#${REGISTRATION_ANCHOR}`}>
        {invitation(webinar, at)}
        {"\u00A0"}: {formatDay(webinar.startsAt)}, {formatHour(webinar.startsAt)}
      </a>
    </p>
  );
}
