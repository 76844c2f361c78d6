import { Fragment } from "react";
import { absolute, paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { coins } from "#lib/resources/citation/rules";
import { CITATION_FORMATS } from "#lib/resources/citation/schema";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { ResourceDetail } from "#lib/resources/schema";

export function Citation({ resource, siteUrl }: { resource: ResourceDetail; siteUrl: string }) {
  const { authors, publisher, title, type, dateLabel, year, pages, slug } = resource;
  const page = absolute(siteUrl, paths.resource(slug));
  const before = authors.join(", ") || publisher;
  const after = [
    resourceTypeLabels[type].toLocaleLowerCase("fr"),
    authors.length > 0 && publisher,
    dateLabel ?? year ?? "sans date",
    pages && counted(pages, "page", "pages"),
  ].filter(Boolean);
  return (
    <div className="max-w-prose">
      <p className="rounded-card bg-sunken p-4">
        {before && `${french(before)}, `}
        <cite>{french(title)}</cite>, {french(after.join(", "))}. Notice{"\u00A0"}:{" "}
        <span className="break-all">{page}</span>
      </p>
      <p className="no-print mt-2 flex flex-wrap items-center gap-x-4">
        Pour un logiciel de bibliographie, Zotero par exemple{"\u00A0"}:{" "}
        {Object.entries(CITATION_FORMATS).map(([file, { label }]) => (
          <Fragment key={file}>
            <a href={paths.citation(slug, file)} className="inline-flex min-h-11 items-center font-semibold">
              {label}
            </a>{" "}
          </Fragment>
        ))}
      </p>
      <span className="Z3988" title={coins(resource, page)} />
    </div>
  );
}
