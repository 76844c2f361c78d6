import { type Said, SearchEntry } from "#components/site/search-entry";
import { SearchNotes } from "#components/site/search-notes";
import { Card, CardGrid } from "#components/ui/card";
import { Pagination } from "#components/ui/pagination";
import { Section } from "#components/ui/section";
import { cardOf } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { Service, SiteQuery, SiteResults } from "#lib/search/schema";

function ServiceItem({ service }: { service: Service }) {
  return (
    <Card element="li">
      <p className="font-semibold text-muted text-sm">Page pratique</p>
      <h3 className="text-xl">
        <a href={service.path} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
          {french(service.title)}
        </a>
      </h3>
      {french(service.summary)}
    </Card>
  );
}

type Props = { query: SiteQuery; found: SiteResults; said: Said };

/** The best answers first, then each nature by itself: three of it in all, and the way to the others. */
export function SearchResults({ query, found, said }: Props) {
  const { services, first, groups, total, page, pageCount, corrections, unknown, near } = found;
  return (
    <>
      <SearchNotes corrections={corrections} unknown={unknown} near={near} />
      <h2 className="mb-4 text-heading">{counted(total + services.length, "réponse", "réponses")}</h2>
      {query.nature && (
        <p className="mb-4">
          <a href={paths.search({ q: query.q })}>Voir les réponses de toute nature</a>
        </p>
      )}
      <CardGrid columns={2}>
        {services.map((service) => (
          <ServiceItem key={service.path} service={service} />
        ))}
        {first.map((entry) => (
          <SearchEntry key={`${entry.noun} ${entry.slug}`} entry={entry} said={said} />
        ))}
      </CardGrid>
      {groups.map(({ noun, total: inAll, entries }) => (
        <Section
          key={noun}
          title={noun === "page" ? "Pages du portail" : cardOf(noun).plural}
          more={{
            label: `Tout voir : ${counted(inAll, "réponse", "réponses")}`,
            href: paths.search({ q: query.q, nature: cardOf(noun).section }),
          }}
        >
          {entries.length > 0 && (
            <CardGrid columns={3}>
              {entries.map((entry) => (
                <SearchEntry key={entry.slug} entry={entry} said={said} />
              ))}
            </CardGrid>
          )}
        </Section>
      ))}
      {query.nature && (
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(rank) => paths.search({ ...query, page: rank === 1 ? undefined : rank })}
          label="Pages de réponses"
        />
      )}
    </>
  );
}
