import { paths } from "#lib/platform/paths";
import { FACETS, type FacetName, type ResourceQuery, type ResourceSort } from "#lib/resources/schema";

/** The parameters of a search, without those that say nothing: the usual order, the first page. */
function searchParameters({ tri, page, ...query }: ResourceQuery) {
  return {
    ...query,
    tri: tri === "pertinence" ? undefined : tri,
    page: page === 1 ? undefined : page,
  };
}

/** The address of a search: the same search has one address. */
export const searchAddress = (query: ResourceQuery): string => paths.resources(searchParameters(query));

export const isChosen = (query: ResourceQuery, facet: FacetName, value: string): boolean =>
  query[facet].map(String).includes(value);

export const addressWith = (query: ResourceQuery, facet: FacetName, value: string): string =>
  paths.resources({ ...searchParameters({ ...query, page: 1 }), [facet]: [...query[facet], value] });

export const addressWithout = (query: ResourceQuery, facet: FacetName, value: string): string =>
  paths.resources({
    ...searchParameters({ ...query, page: 1 }),
    [facet]: query[facet].map(String).filter((one) => one !== value),
  });

export const addressSorted = (query: ResourceQuery, tri: ResourceSort): string =>
  searchAddress({ ...query, tri, page: 1 });

export const choicesOf = (query: ResourceQuery): { facet: FacetName; value: string }[] =>
  FACETS.flatMap((facet) => query[facet].map((value) => ({ facet, value: String(value) })));

export const keptFields = (query: ResourceQuery): { name: string; value: string }[] => [
  ...choicesOf(query).map(({ facet, value }) => ({ name: facet, value })),
  ...(query.tri === "pertinence" ? [] : [{ name: "tri", value: query.tri }]),
];

/** Where a facet stands in the page. */
export const facetAnchor = (facet: FacetName): string => `filtre-${facet}`;

export const addressExpanded = (query: ResourceQuery, facet: FacetName): string =>
  `${paths.resources({ ...searchParameters(query), plus: facet })}#${facetAnchor(facet)}`;
