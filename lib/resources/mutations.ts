import type { Editor } from "#lib/auth/editor";
import { mediaAt } from "#lib/media/schema";
import type { Transaction } from "#lib/platform/db";
import { type PublishedEdition, type Saved, type Storage, save, saveIn } from "#lib/publication/mutations";
import { findResourceForEditor } from "#lib/resources/queries";
import { type EditedRelation, slugAt } from "#lib/resources/relations/schema";
import type { ResourceEdit } from "#lib/resources/schema";

/** Replaces what a document says of its ties; an address that leads nowhere is left out. */
export async function putRelations(
  tx: Transaction,
  resourceId: string,
  relations: readonly EditedRelation[],
): Promise<void> {
  const slugs = relations.map(({ address }) => slugAt(address));
  const rows = await tx.resource.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  await tx.resourceRelation.deleteMany({ where: { resourceId } });
  await tx.resourceRelation.createMany({
    data: relations.flatMap(({ type, address }, position) => {
      const related = rows.find(({ slug }) => slug === slugAt(address));
      return related ? [{ resourceId, type, relatedId: related.id, position }] : [];
    }),
  });
}

type Row = Omit<ResourceEdit, "id" | "version" | "links" | "relations" | `${string}Ids`>;

const storage: Storage<ResourceEdit, Row> = {
  noun: "resource",
  find: findResourceForEditor,
  table: (tx) => tx.resource,
  toRow: ({
    links: _links,
    relations: _relations,
    needIds: _needs,
    centreIds: _centres,
    firstForNeedIds: _firstNeeds,
    firstForCentreIds: _firstCentres,
    ...row
  }) => row,
  relate: async (tx, resourceId, { links, relations, needIds, centreIds, firstForNeedIds, firstForCentreIds }) => {
    const where = { resourceId };
    await tx.resourceLink.deleteMany({ where });
    await tx.resourceLink.createMany({
      data: links.map((link, position) => ({ ...link, resourceId, position, mediaId: mediaAt(link.url)?.id ?? null })),
    });
    await putRelations(tx, resourceId, relations);
    await tx.resourceNeed.deleteMany({ where });
    await tx.resourceNeed.createMany({
      data: needIds.map((needId) => ({ resourceId, needId, first: firstForNeedIds.includes(needId) })),
    });
    await tx.resourceCentre.deleteMany({ where });
    await tx.resourceCentre.createMany({
      data: centreIds.map((centreId) => ({ resourceId, centreId, first: firstForCentreIds.includes(centreId) })),
    });
  },
};

export const saveResource = (
  editor: Editor,
  input: ResourceEdit,
  at: Date,
  edition?: PublishedEdition,
): Promise<Saved> => save(editor, input, at, storage, edition);

/** `saveResource` among the other writes of a transaction, as `saveIn`. */
export const saveResourceIn = (tx: Transaction, editor: Editor, input: ResourceEdit, at: Date): Promise<Saved> =>
  saveIn(tx, editor, input, at, storage);
