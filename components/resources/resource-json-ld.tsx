import type { CreativeWork, WithContext } from "schema-dts";
import { absolute, paths } from "#lib/platform/paths";
import { profileLabels } from "#lib/profiles/labels";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { ResourceDetail } from "#lib/resources/schema";

/** A work for search engines: only what is known of it. @param siteUrl SITE_URL */
export function resourceJsonLd(resource: ResourceDetail, siteUrl: string): WithContext<CreativeWork> {
  return {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    name: resource.title,
    abstract: resource.summary,
    genre: resourceTypeLabels[resource.type],
    url: absolute(siteUrl, paths.resource(resource.slug)),
    inLanguage: resource.language,
    ...(resource.year && { datePublished: String(resource.year) }),
    ...(resource.publisher && { publisher: { "@type": "Organization", name: resource.publisher } }),
    ...(resource.authors.length > 0 && { creditText: resource.authors.join(", ") }),
    ...(resource.licence && { usageInfo: { "@type": "CreativeWork", text: resource.licence } }),
    ...(resource.durationMinutes && { timeRequired: `PT${resource.durationMinutes}M` }),
    ...(resource.pages && { materialExtent: `${resource.pages} pages` }),
    contributor: resource.partners.map((name) => ({ "@type": "Organization", name })),
    audience: resource.audiences.map((profile) => ({ "@type": "Audience", audienceType: profileLabels[profile] })),
    about: resource.needs.map(({ slug, title }) => ({
      "@type": "Thing",
      name: title,
      url: absolute(siteUrl, paths.need(slug)),
    })),
    subjectOf: resource.links.map(({ label, url }) => ({ "@type": "WebPage", name: label, url })),
  };
}
