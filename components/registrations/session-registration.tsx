import { RegistrationForm } from "#components/registrations/registration-form";
import type { FormAction } from "#lib/forms/state";
import { formatDay, formatHour, formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { keptUntil } from "#lib/registrations/rules";
import { registrationState } from "#lib/webinars/rules";
import type { WebinarDetail, WebinarSummary } from "#lib/webinars/schema";

type Props = {
  webinar: WebinarDetail;
  /** The other sessions to come of its cycle. */
  others: readonly WebinarSummary[];
  action: FormAction;
  formToken: string;
  at: Date;
};

function choiceOf(session: WebinarSummary, at: Date) {
  const full = registrationState(session, at) === "full" ? " (complet\u00A0: liste d’attente)" : "";
  const when = `${formatDay(session.startsAt)}, ${formatHour(session.startsAt)}`;
  return { value: session.slug, label: `${when}\u00A0: ${french(session.title)}${full}` };
}

/** The form of a session, with everything it tells put in words. @param props.at the present instant */
export function SessionRegistration({ webinar, others, action, formToken, at }: Props) {
  return (
    <>
      <RegistrationForm
        action={action}
        formToken={formToken}
        webinarSlug={webinar.slug}
        erasedOn={formatShortDay(keptUntil("identity", webinar.startsAt))}
        full={registrationState(webinar, at) === "full"}
        others={others.map((session) => choiceOf(session, at))}
      />
      <p className="mt-6 text-muted">
        Déjà inscrit·e{"\u202F"}?{" "}
        <a href={paths.findRegistrations()} className="inline-flex min-h-11 items-center">
          Recevoir à nouveau mes liens
        </a>
      </p>
    </>
  );
}
