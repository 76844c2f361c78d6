import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { WebinarCard } from "#components/webinars/webinar-card";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinars: readonly WebinarSummary[]; replay: { slug: string; title: string } | null; at: Date };

export function OpenInstead({ webinars, replay, at }: Props) {
  if (!webinars.length && !replay) return null;
  return (
    <Section title="Sans attendre" lead={webinars.length ? "Ces autres séances ont encore des places." : undefined}>
      {webinars.length > 0 && (
        <CardGrid columns={2}>
          {webinars.map((webinar) => (
            <WebinarCard key={webinar.slug} webinar={webinar} at={at} />
          ))}
        </CardGrid>
      )}
      {replay && (
        <p className="mt-4">
          À revoir sur le même sujet{"\u00A0"}: <a href={paths.webinar(replay.slug)}>{french(replay.title)}</a>
        </p>
      )}
    </Section>
  );
}
