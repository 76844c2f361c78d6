import { runTask } from "#lib/jobs/run-task";
import { serveWaitlist } from "#lib/notices/mutations";
import { db } from "#lib/platform/db";
import { underLock } from "#lib/seats/lock/mutations";

export async function expireOverdueOffers(at: Date): Promise<void> {
  const webinars = await db.webinar.findMany({
    where: {
      startsAt: { gt: at },
      cancelledAt: null,
      registrations: { some: { status: "offered", offerExpiresAt: { lte: at } } },
    },
    select: { id: true },
  });
  for (const { id } of webinars) {
    await runTask(`offers of ${id}`, () => underLock([id], (tx) => serveWaitlist(tx, id, at)));
  }
}
