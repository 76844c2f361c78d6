import type { Transaction } from "#lib/platform/db";
import type { SeatChange } from "#lib/seats/schema";
import { applyToEach } from "#lib/seats/transitions/mutations";
import { countSeats, inLine } from "#lib/seats/waitlist/queries";
import { freeSeats, offerDeadline, seatAllocation } from "#lib/seats/waitlist/rules";
import type { HeldSession, SeatAllocation, SeatCounts } from "#lib/seats/waitlist/schema";

/** Nobody holds an offer, and there is no seat to give to who waits: what most newcomers meet, under its lock. */
export const isSettled = (counts: SeatCounts): boolean =>
  !counts.offered && (!counts.waiting || freeSeats(counts) <= 0);

async function expireOffers(tx: Transaction, webinarId: string, at: Date): Promise<SeatChange[]> {
  const overdue = await tx.registration.findMany({
    where: { webinarId, status: "offered", offerExpiresAt: { lte: at } },
    orderBy: { waitlistRank: "asc" },
    select: { id: true },
  });
  return applyToEach(tx, "expire", overdue, at);
}

/** Takes back the last offers: their holders are in line again, where they were. Under the lock of the session. */
export async function withdrawOffers(
  tx: Transaction,
  webinarId: string,
  count: number,
  at: Date,
): Promise<SeatChange[]> {
  return applyToEach(tx, "withdraw", await inLine(tx, webinarId, "offered", count, true), at);
}

async function carryOut(
  tx: Transaction,
  webinarId: string,
  owed: SeatAllocation,
  deadline: Date | null,
  at: Date,
): Promise<SeatChange[]> {
  const changes = await withdrawOffers(tx, webinarId, owed.withdrawn, at);
  changes.push(...(await applyToEach(tx, "give", await inLine(tx, webinarId, "offered", owed.givenToOffered), at)));
  changes.push(...(await applyToEach(tx, "give", await inLine(tx, webinarId, "waiting", owed.givenToWaiting), at)));
  if (!deadline) return changes;
  const first = await inLine(tx, webinarId, "waiting", owed.offered);
  return [...changes, ...(await applyToEach(tx, "offer", first, at, { offerExpiresAt: deadline }))];
}

/**
 * Gives its waiting list what a session owes it: overdue offers expire, free seats are offered or given, in strict order.
 * Called under the lock of the session, before and after anything that changes who holds a seat.
 * @param options.counted what was found under this lock, of which no seat has changed since
 * @param options.raised whether the capacity has just been raised: seats are then given without a question
 * @returns also how many people the session holds then
 */
export async function allocateSeats(
  tx: Transaction,
  webinarId: string,
  at: Date,
  options: { raised?: boolean; counted?: HeldSession | undefined } = {},
): Promise<{ changes: SeatChange[]; counts: SeatCounts }> {
  const counts = options.counted ?? (await countSeats(tx, webinarId));
  if (isSettled(counts)) return { changes: [], counts };
  if (counts.cancelledAt || counts.startsAt <= at) return { changes: [], counts };
  const expired = await expireOffers(tx, webinarId, at);
  const deadline = offerDeadline(at, counts.startsAt);
  const owed = seatAllocation(await countSeats(tx, webinarId), {
    raised: options.raised ?? false,
    ask: deadline !== null,
  });
  const served = await carryOut(tx, webinarId, owed, deadline, at);
  return { changes: [...expired, ...served], counts: await countSeats(tx, webinarId) };
}
