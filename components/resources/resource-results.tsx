import { ResourceRows } from "#components/resources/resource-rows";
import { ResourceSort } from "#components/resources/resource-sort";
import { searchAddress } from "#components/resources/search-address";
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
      <ResourceRows resources={items} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => searchAddress({ ...query, page: number })}
        label="Pages de résultats"
      />
    </>
  );
}
