import {
  addressExpanded,
  addressWith,
  addressWithout,
  facetAnchor,
  isChosen,
} from "#components/resources/search-address";
import { french } from "#lib/platform/text";
import { facetLabels } from "#lib/resources/labels";
import type { Facet, ResourceQuery } from "#lib/resources/schema";

/** How many values of a facet are in sight before one asks for all of them. */
const IN_SIGHT = 5;

type Props = { facet: Facet; query: ResourceQuery; expanded: boolean };

/** The most given first, then in the order of the facet; what is chosen always stays in sight. */
function optionsInSight({ name, options }: Facet, query: ResourceQuery, expanded: boolean): Facet["options"] {
  if (expanded || options.length <= IN_SIGHT + 1) return options;
  const most = new Set(options.toSorted((a, b) => b.count - a.count).slice(0, IN_SIGHT));
  return options.filter((option) => most.has(option) || isChosen(query, name, option.value));
}

const link = "flex min-h-11 items-center justify-between gap-3 rounded-lg px-3 py-1 no-underline hover:underline";

/** The values of a facet, each one an address, with what it would give. */
export function FacetList({ facet, query, expanded }: Props) {
  const shown = optionsInSight(facet, query, expanded);
  if (facet.options.length === 0) return null;
  return (
    <details id={facetAnchor(facet.name)} open={expanded || query[facet.name].length > 0}>
      <summary className="min-h-11 px-3 py-2 font-semibold">{facetLabels[facet.name]}</summary>
      <ul className="mb-3">
        {shown.map(({ value, label, count }) => {
          const chosen = isChosen(query, facet.name, value);
          return (
            <li key={value}>
              <a
                href={(chosen ? addressWithout : addressWith)(query, facet.name, value)}
                rel="nofollow"
                aria-current={chosen ? "true" : undefined}
                className={`${link} ${chosen ? "bg-brand text-on-brand" : "text-ink hover:bg-sunken"}`}
              >
                {chosen && "✓ "}
                {french(label)} ({count})
              </a>
            </li>
          );
        })}
        {shown.length < facet.options.length && (
          <li>
            <a href={addressExpanded(query, facet.name)} rel="nofollow" className={`${link} font-semibold`}>
              Voir les {facet.options.length} choix
            </a>
          </li>
        )}
      </ul>
    </details>
  );
}
