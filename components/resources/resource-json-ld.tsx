import type { CreativeWork, WithContext } from "schema-dts";
import { absolute, paths } from "#lib/platform/paths";
import { profileLabels } from "#lib/profiles/labels";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { Relation, RelationSide } from "#lib/resources/relations/schema";
import type { ResourceDetail } from "#lib/resources/schema";
import type { RelationType } from "#prisma/enums";

/** Where schema.org has a word for a tie; said by the other side, it mostly has none. */
const PROPERTIES = {
  own: {
    continues: "mentions",
    abridges: "isBasedOn",
    translates: "translationOfWork",
    replaces: "mentions",
    supplements: "mentions",
    cites: "citation",
    part_of: "isPartOf",
  },
  other: { translates: "workTranslation", part_of: "hasPart" },
} as const satisfies Record<RelationSide, Partial<Record<RelationType, string>>>;

function related(relations: readonly Relation[], siteUrl: string): Record<string, object[]> {
  const ties: Record<string, object[]> = {};
  for (const { type, side, slug, title } of relations) {
    const properties: Partial<Record<RelationType, string>> = PROPERTIES[side];
    const property = properties[type];
    if (!property) continue;
    const work = { "@type": "CreativeWork", name: title, url: absolute(siteUrl, paths.resource(slug)) };
    ties[property] = [...(ties[property] ?? []), work];
  }
  return ties;
}

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
    ...(resource.territories.length > 0 && {
      spatialCoverage: resource.territories.map((name) => ({ "@type": "Place", name })),
    }),
    ...related(resource.relations, siteUrl),
    subjectOf: resource.links.map(({ label, url }) => ({
      "@type": "WebPage",
      name: label,
      url: absolute(siteUrl, url),
    })),
  };
}
