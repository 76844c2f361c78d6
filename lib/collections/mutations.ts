import type { Editor } from "#lib/auth/editor";
import { findCollectionForEditor, targetsOf } from "#lib/collections/queries";
import type { CollectionEdit, EditedItem } from "#lib/collections/schema";
import type { Transaction } from "#lib/platform/db";
import { type PublishedEdition, type Saved, save } from "#lib/publication/mutations";

/** Replaces what a collection holds; an address that leads nowhere is left out. */
export async function putItems(tx: Transaction, collectionId: string, items: readonly EditedItem[]): Promise<void> {
  const targets = await targetsOf(
    items.map(({ address }) => address),
    tx,
  );
  await tx.collectionItem.deleteMany({ where: { collectionId } });
  await tx.collectionItem.createMany({
    data: items.flatMap(({ address, ...item }, position) => {
      const target = targets.get(address);
      return target ? [{ ...item, ...target, collectionId, position }] : [];
    }),
  });
}

export const saveCollection = (
  editor: Editor,
  input: CollectionEdit,
  at: Date,
  edition?: PublishedEdition,
): Promise<Saved> =>
  save(
    editor,
    input,
    at,
    {
      noun: "collection",
      find: findCollectionForEditor,
      table: (tx) => tx.collection,
      toRow: ({ items: _, ...row }) => row,
      relate: (tx, id, { items }) => putItems(tx, id, items),
    },
    edition,
  );
