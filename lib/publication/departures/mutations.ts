import type { EditorialNoun } from "#lib/nouns/cards";
import type { Transaction } from "#lib/platform/db";
import { ownPath } from "#lib/publication/departures/addresses";
import type { PublicationChange } from "#lib/publication/schema";

type Table = {
  findUnique(args: { where: { id: string }; select: { slug: true } }): PromiseLike<{ slug: string } | null>;
};

/** What the address of an item answers once its publication has changed. */
export async function depart(
  tx: Transaction,
  noun: EditorialNoun,
  itemId: string,
  change: PublicationChange,
  at: Date,
): Promise<void> {
  if (change.kind === "publish") await tx.departure.deleteMany({ where: { itemId } });
  if (change.kind === "schedule") await tx.departure.updateMany({ where: { itemId }, data: { until: change.at } });
  if (change.kind !== "withdraw" || !change.departure) return;
  const table: Table = tx[noun];
  const row = await table.findUnique({ where: { id: itemId }, select: { slug: true } });
  const path = row && ownPath(noun, row.slug);
  if (!path) return;
  await tx.departure.deleteMany({ where: { itemId } });
  const data = { noun, itemId, ...change.departure, at, until: null };
  await tx.departure.upsert({ where: { path }, create: { path, ...data }, update: data });
}
