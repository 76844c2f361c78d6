import { resourceKind } from "#components/resources/resource-kind";
import { Card } from "#components/ui/card";
import { paths } from "#lib/platform/paths";
import { excerpt, french } from "#lib/platform/text";
import type { ResourceSummary } from "#lib/resources/schema";

/** Enough to know for whom and for what; the rest is on its page. */
const SUMMARY_LENGTH = 200;

export function ResourceCard({ resource }: { resource: ResourceSummary }) {
  return (
    <Card element="li">
      <p className="font-semibold text-muted text-sm">
        {resourceKind(resource)} · {resource.readable ? "En ligne" : "À retrouver"}
      </p>
      <h3 className="text-xl" lang={resource.language === "fr" ? undefined : resource.language}>
        <a
          href={paths.resource(resource.slug)}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {french(resource.title)}
        </a>
      </h3>
      {french(excerpt(resource.summary, SUMMARY_LENGTH))}
    </Card>
  );
}
