import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { WebinarDetail } from "#lib/webinars/schema";

/** What a session leaves once it is over, in place of the form. */
export function AfterSession({ webinar: { replayUrl, need } }: { webinar: WebinarDetail }) {
  return (
    <Section title="Après la séance">
      <Notice title="Cette séance a eu lieu." look={replayUrl ? "success" : "information"}>
        <p>
          {replayUrl ? (
            <OutgoingLink href={replayUrl}>Revoir la séance</OutgoingLink>
          ) : (
            "Aucun enregistrement public à ce jour."
          )}
        </p>
        {need && (
          <p className="mt-2">
            Pour en reprendre le sujet{"\u00A0"}: <a href={paths.need(need.slug)}>{french(need.title)}</a>, ses centres
            et ses documents.
          </p>
        )}
      </Notice>
    </Section>
  );
}
