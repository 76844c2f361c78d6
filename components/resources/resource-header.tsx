import type { ReactNode } from "react";
import { DoubtTag } from "#components/publication/doubt-tag";
import { resourceKind } from "#components/resources/resource-kind";
import { PageHeader } from "#components/ui/page-header";
import type { ResourceDetail } from "#lib/resources/schema";

export function ResourceHeader({ resource, lead }: { resource: ResourceDetail; lead: ReactNode }) {
  return (
    <PageHeader kicker={resourceKind(resource)} title={resource.title} lead={lead}>
      <DoubtTag confidence={resource.confidence} />
    </PageHeader>
  );
}
