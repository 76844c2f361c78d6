import { ResourceCard } from "#components/resources/resource-card";
import { ResourceSort } from "#components/resources/resource-sort";
import { searchAddress } from "#components/resources/search-address";
import { CardGrid } from "#components/ui/card";
import { Pagination } from "#components/ui/pagination";
import { counted } from "#lib/platform/text";
import type { ResourceQuery, ResourceSearch } from "#lib/resources/schema";

type Props = { query: ResourceQuery; found: ResourceSearch };

export function ResourceResults({ query, found: { items, total, page, pageCount } }: Props) {
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-heading">{counted(total, "ressource", "ressources")}</h2>
        <ResourceSort query={query} />
      </div>
      <CardGrid columns={2}>
        {items.map((resource) => (
          <ResourceCard key={resource.slug} resource={resource} />
        ))}
      </CardGrid>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => searchAddress({ ...query, page: number })}
        label="Pages de résultats"
      />
    </>
  );
}
