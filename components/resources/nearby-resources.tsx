import { ResourceCard } from "#components/resources/resource-card";
import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import type { ResourceSummary } from "#lib/resources/schema";

export function NearbyResources({ resources }: { resources: readonly ResourceSummary[] }) {
  if (resources.length === 0) return null;
  return (
    <Section title="Les plus proches de votre demande">
      <CardGrid columns={2}>
        {resources.map((resource) => (
          <ResourceCard key={resource.slug} resource={resource} />
        ))}
      </CardGrid>
    </Section>
  );
}
