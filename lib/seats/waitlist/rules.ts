import type { SeatAllocation, SeatCounts } from "#lib/seats/waitlist/schema";

const HOUR_MS = 3_600_000;

const OFFER_MS = 24 * HOUR_MS;
/** An answer that comes later would leave the next in line no time to come. */
const OFFER_ENDS_BEFORE_MS = 2 * HOUR_MS;
/** Less than this to answer, and the seat is given without a question. */
const SHORTEST_OFFER_MS = HOUR_MS;

/** Seats that nobody has and nobody was offered; negative after a capacity was lowered, Infinity without limit. */
export const freeSeats = ({ capacity, confirmed, offered }: SeatCounts): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - confirmed - offered;

/** What a newcomer gets: a seat when one is free and nobody waits for it, else the end of the list. */
export const admission = (counts: SeatCounts): "confirmed" | "waiting" =>
  freeSeats(counts) > 0 && counts.waiting === 0 ? "confirmed" : "waiting";

/**
 * What a session owes its waiting list. A freed seat is offered; a raised capacity gives seats at once, those who hold
 * an offer first; lowering evicts nobody, and only takes back what nobody has accepted yet.
 * @param options.raised whether the capacity has just been raised
 * @param options.ask whether there is time to ask: without it, seats are given
 */
export function seatAllocation(counts: SeatCounts, options: { raised: boolean; ask: boolean }): SeatAllocation {
  const free = freeSeats(counts);
  const withdrawn = Math.min(counts.offered, Math.max(0, -free));
  const servable = Math.min(counts.waiting, Math.max(0, free));
  const give = options.raised || !options.ask;
  return {
    withdrawn,
    givenToOffered: options.raised ? counts.offered - withdrawn : 0,
    givenToWaiting: give ? servable : 0,
    offered: give ? 0 : servable,
  };
}

/** After which no seat of a session is offered any more. */
export const lastAnswer = (startsAt: Date): Date => new Date(startsAt.getTime() - OFFER_ENDS_BEFORE_MS);

/**
 * Until when a seat freed now is kept for the first in line: 24 hours, and two hours before the session at the latest.
 * @returns null when that leaves less than an hour to answer: the seat is then given without a question
 */
export function offerDeadline(at: Date, startsAt: Date): Date | null {
  const deadline = Math.min(at.getTime() + OFFER_MS, lastAnswer(startsAt).getTime());
  return deadline - at.getTime() >= SHORTEST_OFFER_MS ? new Date(deadline) : null;
}
