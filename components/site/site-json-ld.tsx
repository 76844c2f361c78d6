import { JsonLd } from "#components/ui/json-ld";
import { absolute, paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";

export function SiteJsonLd({ siteUrl }: { siteUrl: string }) {
  const home = absolute(siteUrl, paths.home());
  const organisation = { "@type": "Organization", "@id": `${home}#organisation`, name: SITE_NAME, url: home };
  const website = {
    "@type": "WebSite",
    "@id": `${home}#site`,
    name: SITE_NAME,
    url: home,
    inLanguage: "fr",
    publisher: { "@id": organisation["@id"] },
    potentialAction: {
      "@type": "SearchAction",
      target: `${absolute(siteUrl, paths.search())}?q={search_term_string}`,
      "query-input": "required name=search_term_string",
    },
  };
  return <JsonLd data={{ "@context": "https://schema.org", "@graph": [organisation, website] }} />;
}
