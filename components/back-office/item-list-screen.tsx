import { type Item, ItemList } from "#components/back-office/item-list";
import { ListFilters } from "#components/back-office/list-filters";
import { Screen } from "#components/back-office/screen";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Pagination } from "#components/ui/pagination";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  noun: EditorialNoun;
  list: {
    rows: readonly Item[];
    total: number;
    page: number;
    pageCount: number;
    query: { q: string; etat: string };
  };
  at: Date;
};

export function ItemListScreen({ noun, list, at }: Props) {
  const { create, menu, section } = CARDS[noun];
  const title = menu.label;
  const { rows, total, page, pageCount, query } = list;
  return (
    <Screen
      title={title}
      tools={
        <IfMayAct>
          <LinkButton href={paths.adminNew(section)}>{create}</LinkButton>
        </IfMayAct>
      }
    >
      <ListFilters action={paths.adminList(section)} q={query.q} etat={query.etat} />
      <p className="text-muted">{counted(total, "fiche", "fiches")}</p>
      <ItemList noun={noun} items={rows} at={at} />
      <Pagination
        page={page}
        pageCount={pageCount}
        label={`Pages de la liste ${title}`}
        hrefOf={(target) => paths.adminList(section, { ...query, page: target })}
      />
    </Screen>
  );
}
