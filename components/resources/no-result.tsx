import { choicesOf, searchAddress } from "#components/resources/search-address";
import { Notice } from "#components/ui/notice";
import { quoted } from "#lib/platform/text";
import { type ResourceQuery, resourceQuery } from "#lib/resources/schema";

export function NoResult({ query }: { query: ResourceQuery }) {
  const filtered = choicesOf(query).length > 0;
  return (
    <>
      <h2 className="mb-4 text-heading">Aucune ressource</h2>
      <Notice
        title={
          query.q
            ? `Aucun document ne contient tous les mots de ${quoted(query.q)}.`
            : "Aucun document ne répond à ces filtres."
        }
      >
        <ul className="mt-2 list-disc pl-5">
          {query.q && <li>Essayez avec moins de mots.</li>}
          {query.q && filtered && (
            <li>
              <a href={searchAddress({ ...resourceQuery.parse({}), q: query.q })}>
                Chercher les mêmes mots sans filtre
              </a>
              .
            </li>
          )}
          <li>
            <a href={searchAddress(resourceQuery.parse({}))}>Voir toutes les ressources</a>.
          </li>
        </ul>
      </Notice>
    </>
  );
}
