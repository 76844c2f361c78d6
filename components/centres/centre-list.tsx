import type { ItemList, WithContext } from "schema-dts";
import { CentreCard } from "#components/centres/centre-card";
import { CardGrid } from "#components/ui/card";
import { JsonLd } from "#components/ui/json-ld";
import { Notice } from "#components/ui/notice";
import type { CentreFilters, CentreSummary } from "#lib/centres/schema";
import { profileLabels } from "#lib/editorial/labels";
import type { NeedReference } from "#lib/needs/schema";
import { absolute, paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

type Props = {
  centres: readonly CentreSummary[];
  needs: readonly NeedReference[];
  filters: CentreFilters;
  siteUrl: string;
};

/** What was asked, in words: « pour une association, sur « Mobiliser les compétences » ». */
function asked(filters: CentreFilters, needs: readonly NeedReference[]): string {
  const need = needs.find(({ slug }) => slug === filters.need);
  const parts = [
    filters.profile && `pour\u00A0: ${profileLabels[filters.profile].toLowerCase()}`,
    need && `sur «\u202F${french(need.title)}\u202F»`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** The centres that fit, how many they are and why, or the way out when none does. */
export function CentreList({ centres, needs, filters, siteUrl }: Props) {
  const question = asked(filters, needs);
  const data: WithContext<ItemList> = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: centres.map(({ name, slug }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      url: absolute(siteUrl, paths.centre(slug)),
    })),
  };
  return (
    <section>
      <h2 className="mb-4 text-heading">
        {counted(centres.length, "centre", "centres")} {question}
      </h2>
      {question && (
        <p className="mb-4">
          <a href={paths.centres()} className="inline-flex min-h-11 items-center">
            Voir tous les centres
          </a>
        </p>
      )}
      {centres.length > 0 ? (
        <CardGrid>
          {centres.map((centre) => (
            <CentreCard key={centre.slug} centre={centre} />
          ))}
        </CardGrid>
      ) : (
        <Notice title="Aucun centre ne réunit ces deux choix.">
          <p>Retirez l’un des deux, ou cherchez directement parmi les documents.</p>
          <p className="mt-2">
            <a href={paths.resources({ besoin: filters.need, profil: filters.profile })}>
              Chercher parmi les documents
            </a>
          </p>
        </Notice>
      )}
      <JsonLd data={data} />
    </section>
  );
}
