import { StartingNeeds } from "#components/resources/starting-needs";
import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { WebinarCard } from "#components/webinars/webinar-card";
import type { NeedSummary } from "#lib/needs/schema";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { needs: readonly NeedSummary[]; webinar: WebinarSummary | null; at: Date };

/** Where a search that found nothing goes on. */
export function SearchDetours({ needs, webinar, at }: Props) {
  return (
    <>
      {needs.length > 0 && (
        <Section title="Partez de votre question">
          <StartingNeeds needs={needs} />
        </Section>
      )}
      {webinar && (
        <Section title="En parler au prochain webinaire">
          <CardGrid columns={2}>
            <WebinarCard webinar={webinar} at={at} detailed />
          </CardGrid>
        </Section>
      )}
    </>
  );
}
