import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { WebinarCard } from "#components/webinars/webinar-card";
import { sessionState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { year: number; webinars: readonly WebinarSummary[]; at: Date };

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

/** The sessions of a year: what comes, then what is past, which stays. @param at the present instant */
export function WebinarProgramme({ year, webinars, at }: Props) {
  const isPast = (webinar: WebinarSummary) => sessionState(webinar, at) === "past";
  return (
    <>
      <Sessions title={`À venir en ${year}`} webinars={webinars.filter((webinar) => !isPast(webinar))} at={at} />
      <Sessions title={`Séances passées de ${year}`} webinars={webinars.filter(isPast)} at={at} />
    </>
  );
}
