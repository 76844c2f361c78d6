import type { Metadata } from "next";
import { cache } from "react";
import { Breadcrumb } from "#components/site/breadcrumb";
import { SearchDetours } from "#components/site/search-detours";
import { SearchForm } from "#components/site/search-form";
import { NothingFound, SearchPage } from "#components/site/search-page";
import { SearchResults } from "#components/site/search-results";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listNeeds } from "#lib/needs/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { counted, quoted } from "#lib/platform/text";
import { pagesSaying } from "#lib/resources/passages/queries";
import { typeLexemes } from "#lib/resources/search/queries";
import { countFruitless } from "#lib/search/fruitless-mutations";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { synonyms } from "#lib/search/understanding";
import { nextWebinar } from "#lib/webinars/queries";
import { momentsSaying } from "#lib/webinars/transcript/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const title = "Chercher sur le portail";
const lead =
  "Besoins, centres, documents, webinaires, définitions, chiffres et pages : une seule recherche, avec vos mots.";

/** The search of an address, made once for the page and its title. @param typed the parameters as JSON */
const search = cache(async (typed: string) => {
  const query = siteQuery.parse(JSON.parse(typed));
  const groups = await synonyms();
  const found = await searchSite(now(), query, typeLexemes, groups);
  if (found.total + found.services.length === 0 && !query.nature) await countFruitless(query.q, now());
  const words = found.corrections.reduce((said, { typed: slip, meant }) => said.replace(slip, meant), query.q);
  const entries = [...found.first, ...found.groups.flatMap((group) => group.entries)];
  const slugsOf = (noun: string) => entries.flatMap((entry) => (entry.noun === noun ? entry.slug : []));
  const [moments, pages] = await Promise.all([
    momentsSaying(slugsOf("webinar"), words, { synonyms: groups }, now()),
    pagesSaying(slugsOf("resource"), words, { synonyms: groups }, now()),
  ]);
  return { query, found, said: { words, moments, pages } };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query, found } = await search(JSON.stringify(await searchParams));
  const count = found.total + found.services.length;
  const words = count === 0 ? "Aucune réponse" : counted(count, "réponse", "réponses");
  return pageMetadata({
    title: query.q ? `${words}, ${quoted(query.q)}` : title,
    description: lead,
    path: paths.search(),
    indexed: false,
  });
}

export default async function SearchEverythingPage({ searchParams }: Props) {
  const { query, found, said } = await search(JSON.stringify(await searchParams));
  const isEmpty = found.total + found.services.length === 0;
  const at = now();
  const [needs, webinar] = isEmpty ? await Promise.all([listNeeds(at), nextWebinar(at)]) : [[], null];
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} brief={query.q !== ""} />
      <SearchPage
        form={<SearchForm words={query.q} label="Vos mots" />}
        results={
          isEmpty ? (
            <NothingFound query={query} found={found} />
          ) : (
            <SearchResults query={query} found={found} said={said} />
          )
        }
      >
        <SearchDetours needs={needs} webinar={webinar} at={at} />
      </SearchPage>
    </>,
  );
}
