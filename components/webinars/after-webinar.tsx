import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { Section } from "#components/ui/section";
import { Replay } from "#components/webinars/replay";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { ReplayQuery } from "#lib/webinars/replay/schema";
import { hasTrace } from "#lib/webinars/rules";
import type { TranscriptView, WebinarDetail } from "#lib/webinars/schema";

function Documents({ documents }: Pick<WebinarDetail, "documents">) {
  if (documents.length === 0) return null;
  return (
    <Section title="Les documents de la séance">
      <ul className="grid max-w-prose list-disc gap-2 pl-6 marker:text-need">
        {documents.map(({ url, label }) => (
          <li key={url}>
            <OutgoingLink href={url}>{french(label)}</OutgoingLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Props = {
  webinar: WebinarDetail;
  asked: ReplayQuery;
  transcript: TranscriptView | null;
  children?: ReactNode;
};

export function AfterWebinar({ webinar, asked, transcript, children }: Props) {
  const { replayUrl, need } = webinar;
  return (
    <>
      <Section title="Après la séance">
        {replayUrl ? (
          <Replay url={replayUrl} webinar={webinar} asked={asked} transcript={transcript} />
        ) : (
          <Notice title={hasTrace(webinar) ? "Cette séance a eu lieu." : "Séance annoncée pour cette date."}>
            <p>
              {hasTrace(webinar)
                ? "Aucun enregistrement public à ce jour."
                : `Elle figure au programme (${webinar.cycle.title}). Nous n’avons retrouvé aucune trace de sa tenue.`}
            </p>
          </Notice>
        )}
        {need && (
          <p className="mt-4 max-w-prose">
            Pour en reprendre le sujet{"\u00A0"}: <a href={paths.need(need.slug)}>{french(need.title)}</a>, ses centres
            et ses documents.
          </p>
        )}
      </Section>
      <Documents documents={webinar.documents} />
      {children}
    </>
  );
}
