import { type Item, ItemList } from "#components/back-office/item-list";
import { ListFilters } from "#components/back-office/list-filters";
import { Screen } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
import { Pagination } from "#components/ui/pagination";
import type { EditorialNoun } from "#lib/editorial/schema";
import { sectionLabels, sectionOf } from "#lib/editorial/sections";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  noun: EditorialNoun;
  /** Words of the button that makes a new one. */
  create: string;
  list: {
    rows: readonly Item[];
    total: number;
    page: number;
    pageCount: number;
    query: { q: string; etat: string };
  };
  at: Date;
};

/** The list of a noun in the back office. @param at the present instant */
export function ItemListScreen({ noun, create, list, at }: Props) {
  const title = sectionLabels[noun];
  const section = sectionOf[noun];
  const { rows, total, page, pageCount, query } = list;
  return (
    <Screen title={title} tools={<LinkButton href={paths.adminNew(section)}>{create}</LinkButton>}>
      <ListFilters action={paths.adminList(section)} q={query.q} etat={query.etat} />
      <p className="text-muted">{counted(total, "fiche", "fiches")}</p>
      <ItemList items={rows} at={at} />
      <Pagination
        page={page}
        pageCount={pageCount}
        label={`Pages de la liste ${title}`}
        hrefOf={(target) => paths.adminList(section, { ...query, page: target })}
      />
    </Screen>
  );
}
