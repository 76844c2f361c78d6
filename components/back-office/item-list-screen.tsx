import { type Item, ItemList, PickForm } from "#components/back-office/item-list";
import { ListFilters } from "#components/back-office/list-filters";
import { Screen } from "#components/back-office/screen";
import { FormatLinks } from "#components/back-office/tables/formats";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Pagination } from "#components/ui/pagination";
import type { ListNarrowing, ListQuery, ListState } from "#lib/items/schema";
import { cardOf, type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  noun: EditorialNoun;
  list: {
    rows: readonly Item[];
    total: number;
    counts: Record<ListState, number>;
    page: number;
    pageCount: number;
    query: ListQuery;
    narrowings: readonly ListNarrowing[];
  };
  at: Date;
};

export function ItemListScreen({ noun, list, at }: Props) {
  const { create, menu, section, order } = cardOf(noun);
  const title = menu.label;
  const { rows, total, counts, page, pageCount, query, narrowings } = list;
  return (
    <Screen
      title={title}
      tools={
        <IfMayAct>
          {noun === "resource" && (
            <LinkButton href={paths.adminImport()} look="secondary">
              Importer
            </LinkButton>
          )}
          <LinkButton href={paths.adminNew(section)}>{create}</LinkButton>
        </IfMayAct>
      }
    >
      <ListFilters
        action={paths.adminList(section)}
        query={query}
        counts={counts}
        narrowings={narrowings}
        dated={order === "startsAt"}
      />
      <p className="text-muted">{counted(total, ...cardOf(noun).counted)}</p>
      {SHARED_NOUNS.includes(noun) && total > 0 && (
        <FormatLinks what="Télécharger cette liste" screen={paths.adminList(section)} query={{ ...query, page: 1 }} />
      )}
      {SHARED_NOUNS.includes(noun) && total > 0 ? (
        <PickForm noun={noun} query={query} total={total}>
          <ItemList noun={noun} items={rows} at={at} picked />
        </PickForm>
      ) : (
        <ItemList noun={noun} items={rows} at={at} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label={`Pages de la liste ${title}`}
        hrefOf={(target) => paths.adminList(section, { ...query, page: target })}
      />
    </Screen>
  );
}
