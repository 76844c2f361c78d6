import { ResourceRows } from "#components/resources/resource-rows";
import { Section } from "#components/ui/section";
import type { ResourceSummary } from "#lib/resources/schema";

export function NearbyResources({ resources }: { resources: readonly ResourceSummary[] }) {
  if (resources.length === 0) return null;
  return (
    <Section title="Les plus proches de votre demande">
      <ResourceRows resources={resources} />
    </Section>
  );
}
