import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { WebinarCard } from "#components/webinars/webinar-card";
import { webinarState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

function Sessions({ title, webinars, at }: { title: string; webinars: readonly WebinarSummary[]; at: Date }) {
  if (webinars.length === 0) return null;
  return (
    <Section title={title}>
      <CardGrid>
        {webinars.map((webinar) => (
          <WebinarCard key={webinar.slug} webinar={webinar} at={at} />
        ))}
      </CardGrid>
    </Section>
  );
}

type Props = {
  webinars: readonly WebinarSummary[];
  year: number | null;
  at: Date;
};

/** What comes, then what is past, which stays. */
export function WebinarProgramme({ webinars, year, at }: Props) {
  const isPast = (webinar: WebinarSummary) => webinarState(webinar, at) === "past";
  return (
    <>
      <Sessions
        title={year === null ? "Ensuite" : `À venir en ${year}`}
        webinars={webinars.filter((webinar) => !isPast(webinar))}
        at={at}
      />
      <Sessions
        title={year === null ? "Séances passées de l’année" : `Séances passées de ${year}`}
        webinars={webinars.filter(isPast)}
        at={at}
      />
    </>
  );
}
