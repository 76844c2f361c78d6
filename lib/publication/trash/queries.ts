import type { Viewer } from "#lib/auth/editor";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db, type Transaction } from "#lib/platform/db";
import type { Trashed } from "#lib/publication/trash/schema";

/** Everything that was thrown away, the latest first; sessions are counted with the cycle that was undone. */
export async function listTrash(_editor: Viewer): Promise<Trashed[]> {
  const rows = await db.trashedItem.findMany({
    orderBy: [{ at: "desc" }, { itemId: "desc" }],
    include: { author: { select: { name: true } } },
  });
  return rows
    .filter(({ cycleId }) => cycleId === null)
    .map(({ itemId, noun, title, at, author }) => ({
      itemId,
      noun: noun as EditorialNoun | "cycle",
      title,
      at,
      author: author?.name ?? null,
      sessions: rows.filter(({ cycleId }) => cycleId === itemId).length,
    }));
}

/** As a filter on identifiers: what was not thrown away. */
export async function notTrashed(client: Transaction = db): Promise<{ id: { notIn: string[] } }> {
  const rows = await client.trashedItem.findMany({ select: { itemId: true } });
  return { id: { notIn: rows.map(({ itemId }) => itemId) } };
}

export const isTrashed = async (_editor: Viewer, itemId: string): Promise<boolean> =>
  (await db.trashedItem.count({ where: { itemId } })) > 0;
