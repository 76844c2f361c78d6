import { RegistrationForm } from "#components/enrolment/registration-form";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/forms/state";
import { usedUpWords } from "#lib/partner-links/labels";
import type { FollowedPartnerLink } from "#lib/partner-links/schema";
import { keptUntil } from "#lib/people/rules";
import { formatDay, formatHour, formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { registrationState } from "#lib/webinars/rules";
import type { WebinarDetail, WebinarSummary } from "#lib/webinars/schema";

type Props = {
  webinar: WebinarDetail;
  others: readonly WebinarSummary[];
  partnerLink: FollowedPartnerLink | null;
  action: FormAction;
  formToken: string;
  at: Date;
};

function choiceOf(webinar: WebinarSummary, at: Date) {
  const full = registrationState(webinar, at) === "full" ? " (complet\u00A0: liste d’attente)" : "";
  const when = `${formatDay(webinar.startsAt)}, ${formatHour(webinar.startsAt)}`;
  return { value: webinar.slug, label: `${when}\u00A0: ${french(webinar.title)}${full}` };
}

function SpentPartnerLink({ partnerLink }: Pick<Props, "partnerLink">) {
  if (!partnerLink?.usedUp || partnerLink.quota === null) return null;
  return (
    <div className="mb-5">
      <Notice title={usedUpWords(partnerLink.quota)}>
        <p>Vous pouvez tout de même vous inscrire ici, comme tout le monde.</p>
      </Notice>
    </div>
  );
}

/** The form of a session, with everything it tells put in words. @param props.at the present instant */
export function WebinarRegistration({ webinar, others, partnerLink, action, formToken, at }: Props) {
  return (
    <>
      <SpentPartnerLink partnerLink={partnerLink} />
      <RegistrationForm
        action={action}
        formToken={formToken}
        webinarSlug={webinar.slug}
        erasedOn={formatShortDay(keptUntil("identity", webinar.startsAt))}
        full={registrationState(webinar, at) === "full"}
        fields={webinar.formFields}
        others={others.map((webinar) => choiceOf(webinar, at))}
        partnerLink={partnerLink?.usedUp ? null : partnerLink}
      />
      <p className="mt-6 text-muted">
        Vous avez déjà une inscription{"\u202F"}?{" "}
        <a href={paths.findRegistrations()} className="inline-flex min-h-11 items-center">
          Recevoir à nouveau mes liens
        </a>
      </p>
    </>
  );
}
