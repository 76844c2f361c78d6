import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { listItems } from "#lib/items/queries";
import type { ItemPage, ListedItem, ListQuery } from "#lib/items/schema";
import type { EditorialNoun } from "#lib/nouns/cards";

type Described = Omit<ItemPage, "rows"> & { rows: (ListedItem & { detail?: string })[] };

/** The list of a noun, as `listItems` reads it, with a few more words about each row. */
export async function listForEditor(
  editor: Viewer,
  noun: EditorialNoun,
  query: ListQuery,
  at: Date,
): Promise<Described> {
  const { rows, ...list } = await listItems(editor, noun, query, at);
  const ids = rows.map(({ id }) => id);
  const details = await deskOf(noun).details?.(editor, ids);
  return { ...list, rows: rows.map((row) => ({ ...row, detail: details?.get(row.id) ?? "" })) };
}
