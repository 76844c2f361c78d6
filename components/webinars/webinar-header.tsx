import type { ReactNode } from "react";
import { NeedPictogram } from "#components/needs/need-pictogram";
import { LinkButton } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { MovedNotice } from "#components/webinars/moved-notice";
import { REGISTRATION_ANCHOR } from "#components/webinars/registration-place";
import { WebinarTags } from "#components/webinars/webinar-tags";
import { WebinarTime } from "#components/webinars/webinar-time";
import { dayInParis, formatHour } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { isForecast, type RegistrationState, registrationState, webinarState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

const NOTIFY_ME = "Prévenez-moi";

const invitations: Partial<Record<RegistrationState, string>> = {
  open: "S’inscrire",
  full: "S’inscrire sur la liste d’attente",
};

const isToday = (webinar: WebinarDetail, at: Date) =>
  dayInParis(webinar.startsAt) === dayInParis(at) && webinarState(webinar, at) !== "past" && !webinar.cancelledAt;

export function WebinarHeader({ webinar, lead, at }: { webinar: WebinarDetail; lead: ReactNode; at: Date }) {
  const state = registrationState(webinar, at);
  const invitation = state === "open" && isForecast(webinar) ? NOTIFY_ME : invitations[state];
  return (
    <PageHeader
      kicker={`Webinaire · ${webinar.cycle.title}`}
      title={webinar.title}
      lead={lead}
      picture={webinar.need && <NeedPictogram position={webinar.need.position} look="title" />}
    >
      <p className="mb-3 font-semibold text-lg first-letter:uppercase">
        <WebinarTime webinar={webinar} /> (heure de Paris)
      </p>
      {webinarState(webinar, at) !== "past" && !webinar.cancelledAt && <MovedNotice webinar={webinar} />}
      {isToday(webinar, at) && (
        <p className="mb-3 text-lg">
          <strong className="text-need">C’est aujourd’hui, à {formatHour(webinar.startsAt)}.</strong> Déjà inscrit·e
          {"\u202F"}? <a href={paths.findRegistrations()}>Recevoir mon lien</a>
        </p>
      )}
      <WebinarTags webinar={webinar} at={at} />
      {invitation && (
        <p className="mt-5">
          <LinkButton href={`#${REGISTRATION_ANCHOR}`}>{invitation}</LinkButton>
        </p>
      )}
    </PageHeader>
  );
}
