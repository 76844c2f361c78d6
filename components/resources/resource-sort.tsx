import { addressSorted } from "#components/resources/search-address";
import { resourceSortLabels } from "#lib/resources/labels";
import { RESOURCE_SORTS, type ResourceQuery } from "#lib/resources/schema";

/** The orders of the list. Nearness means something only when words were typed; without them the newest come first. */
export function ResourceSort({ query }: { query: ResourceQuery }) {
  const current = query.tri === "pertinence" && !query.q ? "recent" : query.tri;
  const orders = RESOURCE_SORTS.filter((sort) => query.q || sort !== "pertinence");
  return (
    <nav aria-label="Trier les ressources" className="no-print">
      <ul className="flex flex-wrap gap-x-5">
        {orders.map((sort) => (
          <li key={sort}>
            <a
              href={addressSorted(query, sort)}
              rel="nofollow"
              aria-current={sort === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center text-ink aria-[current]:font-bold aria-[current]:no-underline"
            >
              {resourceSortLabels[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
