import { NeedPictogram } from "#components/needs/need-pictogram";
import { LinkButton } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { REGISTRATION_ANCHOR } from "#components/webinars/registration-place";
import { WebinarTags } from "#components/webinars/webinar-tags";
import { WebinarTime } from "#components/webinars/webinar-time";
import { registrationState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

/** What a session is about, when it happens, and the way to a seat. @param at the present instant */
export function WebinarHeader({ webinar, at }: { webinar: WebinarDetail; at: Date }) {
  return (
    <PageHeader
      kicker={`Webinaire · ${webinar.cycle.title}`}
      title={webinar.title}
      lead={webinar.summary}
      picture={webinar.need && <NeedPictogram position={webinar.need.position} large />}
    >
      <p className="mb-3 font-semibold text-lg first-letter:uppercase">
        <WebinarTime webinar={webinar} /> (heure de Paris)
      </p>
      <WebinarTags webinar={webinar} at={at} />
      {registrationState(webinar, at) === "open" && (
        <p className="mt-5">
          <LinkButton href={`#${REGISTRATION_ANCHOR}`}>S’inscrire</LinkButton>
        </p>
      )}
    </PageHeader>
  );
}
