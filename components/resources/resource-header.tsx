import { DoubtTag } from "#components/publication/doubt-tag";
import { resourceKind } from "#components/resources/resource-kind";
import { PageHeader } from "#components/ui/page-header";
import type { ResourceDetail } from "#lib/resources/schema";

export function ResourceHeader({ resource }: { resource: ResourceDetail }) {
  return (
    <PageHeader kicker={resourceKind(resource)} title={resource.title} lead={resource.summary}>
      <DoubtTag confidence={resource.confidence} />
    </PageHeader>
  );
}
