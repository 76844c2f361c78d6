import { db } from "#lib/platform/db";
import type { Departure } from "#lib/publication/departures/schema";

const columns = { kind: true, reason: true, target: true, at: true } as const;

/** What the address of a page that has left answers; null where the page is there, or never was. */
export const findDeparture = (path: string, at: Date): Promise<(Departure & { at: Date }) | null> =>
  db.departure.findFirst({ where: { path, OR: [{ until: null }, { until: { gt: at } }] }, select: columns });

/** The same, of an item. */
export const findDepartureOf = (itemId: string, at: Date): Promise<Departure | null> =>
  db.departure.findFirst({ where: { itemId, OR: [{ until: null }, { until: { gt: at } }] }, select: columns });

/** Whether the address of an item is known to the public, to whom it may not be lost. */
export const wasPublic = async (item: { id: string; publishedAt: Date | null }, at: Date): Promise<boolean> =>
  (item.publishedAt !== null && item.publishedAt <= at) ||
  (await db.departure.count({ where: { itemId: item.id } })) > 0;

/** Where an address leads whose page has left it; to nothing any more where that is null. */
export async function findLeft(path: string, at: Date): Promise<{ target: string | null } | null> {
  const departure = await findDeparture(path, at);
  return departure && { target: departure.kind === "replaced" ? departure.target : null };
}
