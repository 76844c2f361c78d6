import type { DefinedTerm, DefinedTermSet, WithContext } from "schema-dts";
import { otherNames } from "#components/glossary/term-list";
import type { TermEntry } from "#lib/glossary/schema";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** The definitions stand in the page, where `@id` leads: said twice, they would be a quarter of its weight. */
export function glossaryJsonLd(terms: readonly TermEntry[], siteUrl: string): WithContext<DefinedTermSet> {
  const url = absolute(siteUrl, paths.glossary());
  return {
    "@context": "https://schema.org",
    "@type": "DefinedTermSet",
    "@id": url,
    name: "Glossaire de l’innovation territoriale",
    url,
    inLanguage: "fr",
    hasDefinedTerm: terms.map(({ slug, name }) => ({
      "@type": "DefinedTerm",
      "@id": absolute(siteUrl, paths.term(slug)),
      name: french(name),
    })),
  };
}

export function termJsonLd(term: TermEntry, siteUrl: string): WithContext<DefinedTerm> {
  const names = otherNames(term);
  return {
    "@context": "https://schema.org",
    "@type": "DefinedTerm",
    "@id": absolute(siteUrl, paths.term(term.slug)),
    url: absolute(siteUrl, paths.glossary(term.slug)),
    name: french(term.name),
    ...(names.length > 0 && { alternateName: names }),
    inDefinedTermSet: absolute(siteUrl, paths.glossary()),
  };
}
