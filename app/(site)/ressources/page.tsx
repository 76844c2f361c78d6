import type { Metadata } from "next";
import { cache } from "react";
import { ChosenFilters } from "#components/resources/chosen-filters";
import { FacetPanel } from "#components/resources/facet-panel";
import { Library } from "#components/resources/library";
import { NearbyResources } from "#components/resources/nearby-resources";
import { NoResult } from "#components/resources/no-result";
import { ResourceResults } from "#components/resources/resource-results";
import { keptFields, searchAddress } from "#components/resources/search-address";
import { searchTitle } from "#components/resources/search-title";
import { Breadcrumb } from "#components/site/breadcrumb";
import { SearchDetours } from "#components/site/search-detours";
import { SearchForm } from "#components/site/search-form";
import { SearchNotes } from "#components/site/search-notes";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listNeeds } from "#lib/needs/queries";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { searchResources } from "#lib/resources/queries";
import { expandedFacet, type ResourceQuery, resourceQuery } from "#lib/resources/schema";
import { nextWebinar } from "#lib/webinars/queries";

type Params = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Params> };

const title = "Les ressources";
const lead =
  "Référentiels, guides, études, livres, notes : des documents à lire, à réutiliser et à partager, rangés par besoin et par public.";

/** The search of an address, made once for the page and its title. @param typed the parameters as JSON */
const search = cache(async (typed: string) => {
  const query = resourceQuery.parse(JSON.parse(typed));
  return { query, found: await searchResources(now(), query) };
});

const isWhole = (query: ResourceQuery): boolean => searchAddress({ ...query, page: 1 }) === paths.resources();

/** A page of the whole list is its own; what is searched, narrowed or sorted is the list seen otherwise. */
const canonical = ({ page }: ResourceQuery, isWholeList: boolean): string =>
  isWholeList && page > 1 ? paths.resources({ page }) : paths.resources();

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query, found } = await search(JSON.stringify(await searchParams));
  const isWholeList = isWhole(query);
  return pageMetadata({
    title: isWholeList && found.page === 1 ? title : searchTitle(query, found),
    pictured: cardOf("resource").plural,
    description: lead,
    path: canonical({ ...query, page: found.page }, isWholeList),
    indexed: !query.q && found.total > 0,
  });
}

export default async function ResourcesPage({ searchParams }: Props) {
  const params = await searchParams;
  const { query, found } = await search(JSON.stringify(params));
  const isEmpty = found.total === 0;
  const at = now();
  const [needs, webinar] = isEmpty ? await Promise.all([listNeeds(at), nextWebinar(at)]) : [[], null];
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} brief={!isWhole(query)} />
      <Library
        search={
          <SearchForm
            words={query.q}
            action={paths.resources()}
            label="Chercher un document"
            kept={keptFields(query)}
          />
        }
        filters={
          <FacetPanel
            facets={found.facets}
            total={found.total}
            query={query}
            expanded={expandedFacet.parse(params).plus ?? null}
          />
        }
      >
        <ChosenFilters facets={found.facets} query={query} />
        <SearchNotes corrections={found.corrections} unknown={found.unknown} />
        {isEmpty && found.nearby.length === 0 && <NoResult query={query} />}
        {!isEmpty && <ResourceResults query={query} found={found} />}
        <NearbyResources resources={found.nearby} />
        <SearchDetours needs={needs} webinar={webinar} at={at} />
      </Library>
    </>,
  );
}
