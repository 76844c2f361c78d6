import type { ItemList, WithContext } from "schema-dts";
import { CentreHouses } from "#components/centres/centre-houses";
import { JsonLd } from "#components/ui/json-ld";
import { Notice } from "#components/ui/notice";
import { isIdentified } from "#lib/centres/rules";
import type { CentreFilters, CentreSummary } from "#lib/centres/schema";
import type { NeedReference } from "#lib/needs/schema";
import { absolute, paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";

type Props = {
  centres: readonly CentreSummary[];
  needs: readonly NeedReference[];
  filters: CentreFilters;
  siteUrl: string;
};

/** What was asked, in words: « pour : association, sur « Mobiliser les compétences » ». */
function asked(filters: CentreFilters, needs: readonly NeedReference[]): string {
  const need = needs.find(({ slug }) => slug === filters.need);
  const parts = [
    filters.profile && `pour\u00A0: ${profileLabels[filters.profile].toLowerCase()}`,
    need && french(`sur «\u202F${need.title}\u202F»`),
  ];
  return parts.filter(Boolean).join(", ");
}

const link = "inline-flex min-h-11 items-center font-semibold";

function Ways({ filters }: { filters: CentreFilters }) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-6">
      <a href={paths.centres()} className={link}>
        Voir tous les centres
      </a>{" "}
      <a
        href={paths.resources({ besoin: filters.need, profil: filters.profile && profileSpellings[filters.profile] })}
        className={link}
      >
        Voir les documents pour ce choix
      </a>
    </p>
  );
}

export function CentreList({ centres, needs, filters, siteUrl }: Props) {
  const question = asked(filters, needs);
  const open = centres.filter(({ confidence }) => confidence !== "to_confirm");
  const others = centres.filter(({ confidence }) => confidence === "to_confirm");
  const data: WithContext<ItemList> = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: centres.filter(isIdentified).map(({ name, slug }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      url: absolute(siteUrl, paths.centre(slug)),
    })),
  };
  return (
    <section>
      <div className="mb-5">
        <h2 className="text-heading">
          {counted(open.length, "centre ouvert", "centres ouverts")} {question}
        </h2>
        {question && <Ways filters={filters} />}
      </div>
      {centres.length > 0 ? (
        <>
          {open.length > 0 && <CentreHouses centres={open} />}
          {others.length > 0 && (
            <>
              <h2 className="mt-10 mb-4 text-heading">{others.length} à confirmer</h2>
              <CentreHouses centres={others} brief />
            </>
          )}
        </>
      ) : (
        <Notice title="Aucun centre ne réunit ces choix.">
          <p>Retirez-en un, ou cherchez directement parmi les documents.</p>
        </Notice>
      )}
      <JsonLd data={data} />
    </section>
  );
}
