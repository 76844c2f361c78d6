import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { listItems } from "#lib/items/queries";
import { type ItemPage, type ListedItem, type ListNarrowing, type ListQuery, NONE } from "#lib/items/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";

type Described = Omit<ItemPage, "rows"> & {
  rows: (ListedItem & { detail?: string })[];
  narrowings: ListNarrowing[];
};

/** What a list may be narrowed by: the choices of the form of its noun. */
async function narrowingsOf(editor: Viewer, noun: EditorialNoun, query: ListQuery): Promise<ListNarrowing[]> {
  const offered = cardOf(noun).narrowings ?? [];
  const fields = offered.length ? await deskOf(noun).fields(editor) : [];
  return offered.map(({ name, label, field, none }) => {
    const known = fields.find((one) => one.name === field);
    const options = known && "options" in known ? known.options : [];
    return { name, label, chosen: query[name], options: none ? [{ value: NONE, label: none }, ...options] : options };
  });
}

/** The list of a noun, as `listItems` reads it, with a few more words about each row. */
export async function listForEditor(
  editor: Viewer,
  noun: EditorialNoun,
  query: ListQuery,
  at: Date,
): Promise<Described> {
  const { rows, ...list } = await listItems(editor, noun, query, at);
  const ids = rows.map(({ id }) => id);
  const [details, narrowings] = await Promise.all([
    deskOf(noun).details?.(editor, ids),
    narrowingsOf(editor, noun, query),
  ]);
  return { ...list, narrowings, rows: rows.map((row) => ({ ...row, detail: details?.get(row.id) ?? "" })) };
}
