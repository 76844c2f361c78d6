import { FacetList } from "#components/resources/facet-list";
import { choicesOf } from "#components/resources/search-address";
import { Fold } from "#components/ui/fold";
import { counted } from "#lib/platform/text";
import type { Facet, FacetName, ResourceQuery } from "#lib/resources/schema";

type Props = { facets: readonly Facet[]; total: number; query: ResourceQuery; expanded: FacetName | null };

export function FacetPanel({ facets, total, query, expanded }: Props) {
  const chosen = choicesOf(query).length;
  /** A value that every result has narrows nothing. */
  const narrows = ({ name, options }: Facet) =>
    query[name].length > 0 || options.length > 1 || options.some(({ count }) => count < total);
  const shown = facets.filter(narrows);
  if (shown.length === 0) return <div />;
  return (
    <Fold
      look="choices"
      open={expanded !== null}
      summary={chosen > 0 ? `Filtrer (${counted(chosen, "filtre choisi", "filtres choisis")})` : "Filtrer"}
    >
      <h2 className="sr-only">Filtrer les ressources</h2>
      {shown.map((facet) => (
        <FacetList key={facet.name} facet={facet} query={query} expanded={expanded === facet.name} />
      ))}
    </Fold>
  );
}
