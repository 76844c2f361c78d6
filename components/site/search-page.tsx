import type { ReactNode } from "react";
import { SearchNotes } from "#components/site/search-notes";
import type { SiteQuery, SiteResults } from "#lib/search/schema";

type Props = { form: ReactNode; results: ReactNode; children: ReactNode };

export function SearchPage({ form, results, children }: Props) {
  return (
    <div className="contained pt-4 pb-8 sm:pt-8">
      <div className="mb-5 sm:mb-8">{form}</div>
      {results}
      {children}
    </div>
  );
}

export function NothingFound({ query, found }: { query: SiteQuery; found: SiteResults }) {
  if (!query.q) return null;
  return (
    <>
      <h2 className="mb-4 text-heading">Aucune réponse</h2>
      <SearchNotes corrections={found.corrections} unknown={found.unknown} />
    </>
  );
}
