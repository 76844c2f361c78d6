import { FacetList } from "#components/resources/facet-list";
import { choicesOf } from "#components/resources/search-address";
import { Fold } from "#components/ui/fold";
import { counted } from "#lib/platform/text";
import type { Facet, FacetName, ResourceQuery } from "#lib/resources/schema";

type Props = { facets: readonly Facet[]; query: ResourceQuery; expanded: FacetName | null };

export function FacetPanel({ facets, query, expanded }: Props) {
  const chosen = choicesOf(query).length;
  if (facets.every(({ options }) => options.length === 0)) return <div />;
  return (
    <Fold
      look="choices"
      open={expanded !== null}
      summary={chosen > 0 ? `Filtrer (${counted(chosen, "filtre choisi", "filtres choisis")})` : "Filtrer"}
    >
      <h2 className="sr-only">Filtrer les ressources</h2>
      {facets.map((facet) => (
        <FacetList key={facet.name} facet={facet} query={query} expanded={expanded === facet.name} />
      ))}
    </Fold>
  );
}
