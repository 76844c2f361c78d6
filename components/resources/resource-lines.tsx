import { resourceKind } from "#components/resources/resource-kind";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { accessLabels } from "#lib/resources/labels";
import type { ResourceSummary } from "#lib/resources/schema";

type Line = Pick<ResourceSummary, "slug" | "title" | "type" | "year" | "pages" | "durationMinutes" | "readable">;

/** A few documents to begin with: what each is, and whether it opens. */
export function ResourceLines({ resources, columns = 2 }: { resources: readonly Line[]; columns?: 1 | 2 }) {
  return (
    <ul className={columns === 1 ? undefined : "grid gap-x-8 sm:grid-cols-2"}>
      {resources.map((resource) => (
        <li key={resource.slug} className="border-line border-b py-3 text-muted text-sm">
          <a
            href={paths.resource(resource.slug)}
            className="flex min-h-11 items-center font-display text-ink text-lg leading-tight no-underline hover:underline"
          >
            {french(resource.title)}
          </a>
          {`${resourceKind(resource)} · ${accessLabels[resource.readable ? "en-ligne" : "notice"]}`}
        </li>
      ))}
    </ul>
  );
}
