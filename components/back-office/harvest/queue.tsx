import { DoneNotice } from "#components/back-office/done-notice";
import { control, FilterSelect } from "#components/back-office/filter-select";
import { ProposalCard } from "#components/back-office/harvest/proposal";
import { QueueForm } from "#components/back-office/harvest/queue-form";
import { Screen } from "#components/back-office/screen";
import { Button, LinkButton } from "#components/ui/button";
import { FilterLinks } from "#components/ui/filter-links";
import { Pagination } from "#components/ui/pagination";
import type { FormAction } from "#lib/forms/state";
import { decisionsOf, proposalListLabels } from "#lib/harvest/proposals/labels";
import { PROPOSAL_LISTS, type Proposal, type ProposalList, type ProposalQuery } from "#lib/harvest/proposals/schema";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { resourceTypeLabels } from "#lib/resources/labels";

type Props = {
  list: {
    items: readonly Proposal[];
    total: number;
    page: number;
    pageCount: number;
    counts: Record<ProposalList, number>;
  };
  query: ProposalQuery;
  sources: readonly { id: string; url: string; centre: string }[];
  decide: FormAction;
  done: string | string[] | undefined;
  more: string | undefined;
};

export const queueHref = (query: ProposalQuery, more: Record<string, string | number | undefined> = {}): string =>
  paths.adminList("moisson", { ...query, ...more });

function Filters({ query, sources }: Pick<Props, "query" | "sources">) {
  return (
    <search>
      <form action={paths.adminList("moisson")} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="etat" value={query.etat} />
        <div className="min-w-0 grow basis-56">
          <label htmlFor="q" className="mb-1 block font-semibold">
            Mots du titre
          </label>
          <input id="q" name="q" type="search" maxLength={200} defaultValue={query.q} className={control} />
        </div>
        <FilterSelect
          name="source"
          label="Source"
          chosen={query.source}
          all="Toutes les sources"
          options={sources.map(({ id, url, centre }) => [id, french(`${centre} – ${url}`)])}
        />
        <FilterSelect
          name="type"
          label="Type deviné"
          chosen={query.type}
          all="Tous les types"
          options={Object.entries(resourceTypeLabels)}
        />
        <Button look="secondary">Filtrer</Button>
      </form>
    </search>
  );
}

const isFiltered = ({ q, source, type }: ProposalQuery) => Boolean(q || source || type);

function emptyWords(query: ProposalQuery, sources: Props["sources"]): string {
  if (isFiltered(query)) return "Aucune proposition ne répond à cette recherche.";
  if (!sources.length) return "Donnez d’abord l’adresse d’un site ou d’un flux d’un centre, dans les sources.";
  return query.etat === "a-trier" ? "Tout est trié." : "Aucune proposition n’est ici.";
}

function Proposals({ list, query, decide }: Pick<Props, "list" | "query" | "decide">) {
  const decisions = decisionsOf[query.etat];
  if (!decisions.length)
    return (
      <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
        {list.items.map((proposal) => (
          <li key={proposal.id} className="wrap-anywhere border-line border-t py-3 first:border-t-0">
            <p className="font-semibold">{french(proposal.title)}</p>
            <ProposalCard proposal={proposal} />
          </li>
        ))}
      </ul>
    );
  const [, back = ""] = queueHref({ ...query, tout: undefined }).split("?");
  return (
    <>
      <p>
        <a
          href={queueHref(query, { tout: query.tout ? undefined : "oui" })}
          className="inline-flex min-h-11 items-center"
        >
          {query.tout ? "Tout décocher" : "Tout cocher sur cette page"}
        </a>
      </p>
      <QueueForm
        key={list.items.map(({ id }) => id).join(query.tout ?? " ")}
        proposals={list.items}
        decisions={decisions}
        all={query.tout === "oui"}
        back={back}
        action={decide}
      />
    </>
  );
}

export function HarvestQueueScreen({ list, query, sources, decide, done, more }: Props) {
  const { items, total, page, pageCount, counts } = list;
  return (
    <Screen
      title="Moisson"
      tools={
        <LinkButton href={paths.adminEdit("moisson", "sources")} look="secondary">
          Sources
        </LinkButton>
      }
    >
      <DoneNotice done={done} more={more} />
      <p className="max-w-prose">
        Les pages que publient les sites des centres arrivent ici. Acceptée, une page devient un brouillon de ressource
        {"\u00A0"}: un titre, un lien et un résumé à réécrire. Refusée, elle ne revient pas.
      </p>
      <FilterLinks
        title="État"
        options={PROPOSAL_LISTS.map((etat) => ({
          label: proposalListLabels[etat],
          href: queueHref({ ...query, etat, page: 1, tout: undefined }),
          current: query.etat === etat,
          count: counts[etat],
        }))}
      />
      <Filters query={query} sources={sources} />
      <p className="text-muted">{counted(total, "proposition", "propositions")}</p>
      {items.length === 0 ? (
        <p>{emptyWords(query, sources)}</p>
      ) : (
        <Proposals list={list} query={query} decide={decide} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages des propositions"
        hrefOf={(target) => queueHref({ ...query, tout: undefined }, { page: target })}
      />
    </Screen>
  );
}
