import type { Transaction } from "#lib/platform/db";
import type { HeldSession } from "#lib/seats/waitlist/schema";

/** How many people a session holds now, with what decides of them. Meaningful under its lock only. */
export async function countSeats(tx: Transaction, webinarId: string): Promise<HeldSession> {
  const [row] = await tx.$queryRaw<HeldSession[]>`
    SELECT w."capacity", w."startsAt", w."cancelledAt", w."publishedAt", w."withdrawnAt",
           count(r."id") FILTER (WHERE r."status" = 'confirmed')::int AS "confirmed",
           count(r."id") FILTER (WHERE r."status" = 'offered')::int AS "offered",
           count(r."id") FILTER (WHERE r."status" = 'waiting')::int AS "waiting"
    FROM "Webinar" w LEFT JOIN "Registration" r ON r."webinarId" = w."id"
    WHERE w."id" = ${webinarId}::uuid GROUP BY w."id"`;
  if (!row) throw new Error("This webinar does not exist.");
  return row;
}

/** The rank of whoever joins the list now. */
export async function nextWaitlistRank(tx: Transaction, webinarId: string): Promise<number> {
  const { _max } = await tx.registration.aggregate({ where: { webinarId }, _max: { waitlistRank: true } });
  return (_max.waitlistRank ?? 0) + 1;
}

/** Where somebody who waits stands in line, from 1: those who came before, and themselves. */
export const positionOf = (
  client: Transaction,
  { webinarId, waitlistRank }: { webinarId: string; waitlistRank: number | null },
): Promise<number> =>
  client.registration.count({ where: { webinarId, status: "waiting", waitlistRank: { lte: waitlistRank ?? 0 } } });

/** The first in line in a state. @param last true for the last ones, from the end */
export const inLine = (
  tx: Transaction,
  webinarId: string,
  status: "waiting" | "offered",
  take: number,
  last = false,
): Promise<{ id: string }[]> =>
  tx.registration.findMany({
    where: { webinarId, status },
    orderBy: { waitlistRank: last ? "desc" : "asc" },
    take,
    select: { id: true },
  });
