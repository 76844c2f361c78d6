import { db } from "#lib/platform/db";

/** The sessions of a person: an address moves under the lock of all of them. */
export async function webinarIdsOf(personId: string): Promise<string[]> {
  const rows = await db.registration.findMany({ where: { personId }, select: { webinarId: true } });
  return rows.map(({ webinarId }) => webinarId);
}
