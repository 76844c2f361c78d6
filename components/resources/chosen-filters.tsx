import { addressWithout, choicesOf, searchAddress } from "#components/resources/search-address";
import { paths } from "#lib/platform/paths";
import { french, quoted } from "#lib/platform/text";
import type { Facet, ResourceQuery } from "#lib/resources/schema";

type Props = { facets: readonly Facet[]; query: ResourceQuery };

const chip = "inline-flex min-h-11 items-center gap-2 rounded-full border border-control bg-surface px-4 text-ink";

export function ChosenFilters({ facets, query }: Props) {
  const choices = choicesOf(query).flatMap(({ facet, value }) => {
    const label = facets.find(({ name }) => name === facet)?.options.find((option) => option.value === value)?.label;
    return label === undefined ? [] : [{ facet, value, label }];
  });
  if (choices.length === 0 && !query.q) return null;
  return (
    <ul className="mb-5 flex flex-wrap gap-2" aria-label="Filtres choisis">
      {query.q && (
        <li>
          <a href={searchAddress({ ...query, q: "", page: 1 })} className={chip}>
            Retirer {quoted(query.q)}
          </a>
        </li>
      )}
      {choices.map(({ facet, value, label }) => (
        <li key={`${facet} ${value}`}>
          <a href={addressWithout(query, facet, value)} className={chip}>
            Retirer {quoted(french(label))}
          </a>
        </li>
      ))}
      {choices.length + (query.q ? 1 : 0) > 1 && (
        <li>
          <a href={paths.resources()} className="inline-flex min-h-11 items-center px-2 font-semibold">
            Tout retirer
          </a>
        </li>
      )}
    </ul>
  );
}
