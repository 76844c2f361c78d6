import { FacetList } from "#components/resources/facet-list";
import { choicesOf } from "#components/resources/search-address";
import { counted } from "#lib/platform/text";
import type { Facet, FacetName, ResourceQuery } from "#lib/resources/schema";

type Props = { facets: readonly Facet[]; query: ResourceQuery; expanded: FacetName | null };

/** Where the browser can, the panel stands open beside the results on a wide screen; elsewhere it unfolds. */
const unfolded = "lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:[block-size:auto]";
const handle = "supports-[selector(::details-content)]:lg:hidden";

/** Every way of narrowing the list. Folds away on a phone. */
export function FacetPanel({ facets, query, expanded }: Props) {
  const chosen = choicesOf(query).length;
  if (facets.every(({ options }) => options.length === 0)) return <div />;
  return (
    <details open={expanded !== null} className={`rounded-card border border-line bg-surface p-2 ${unfolded}`}>
      <summary className={`min-h-11 px-3 py-2 font-semibold ${handle}`}>
        Filtrer{chosen > 0 && ` (${counted(chosen, "filtre choisi", "filtres choisis")})`}
      </summary>
      <h2 className="sr-only">Filtrer les ressources</h2>
      {facets.map((facet) => (
        <FacetList key={facet.name} facet={facet} query={query} expanded={expanded === facet.name} />
      ))}
    </details>
  );
}
