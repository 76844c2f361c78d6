export type SeatCounts = {
  /** Null means no limit. */
  capacity: number | null;
  confirmed: number;
  offered: number;
  waiting: number;
};

/** A session as whoever holds its lock finds it. */
export type HeldSession = SeatCounts & {
  startsAt: Date;
  cancelledAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
};

/** What is done of the waiting list, in this order; each number counts people. */
export type SeatAllocation = {
  /** Last offers that a lowered capacity takes back; their holders are first in line again. */
  withdrawn: number;
  /** Offers that become seats without a question. */
  givenToOffered: number;
  /** First in line who get a seat without a question. */
  givenToWaiting: number;
  /** First in line who are offered a seat. */
  offered: number;
};
