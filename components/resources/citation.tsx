import { absolute, paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { ResourceDetail } from "#lib/resources/schema";

export function Citation({ resource, siteUrl }: { resource: ResourceDetail; siteUrl: string }) {
  const { authors, publisher, title, type, dateLabel, year, pages, slug } = resource;
  const before = authors.join(", ") || publisher;
  const after = [
    resourceTypeLabels[type].toLocaleLowerCase("fr"),
    authors.length > 0 && publisher,
    dateLabel ?? year ?? "sans date",
    pages && counted(pages, "page", "pages"),
  ].filter(Boolean);
  return (
    <p className="max-w-prose rounded-card bg-sunken p-4">
      {before && `${french(before)}, `}
      <cite>{french(title)}</cite>, {french(after.join(", "))}. Notice{"\u00A0"}:{" "}
      <span className="break-all">{absolute(siteUrl, paths.resource(slug))}</span>
    </p>
  );
}
