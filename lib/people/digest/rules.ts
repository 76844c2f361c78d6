import { inParis } from "#lib/platform/dates";

const MORNING = 9;
const SATURDAY = 6;
/** Later than that, what was to be told waits for the next month. */
const LATE = { days: 3 };
const UNCONFIRMED = { days: 7 };
const KEPT = { months: 2 };

/**
 * The morning at which the message of the month leaves: nine o’clock in Paris, on its first working day.
 * @returns null before it, or once it is too late to write
 */
export function digestMorning(at: Date, isHoliday: (day: string) => boolean): Date | null {
  const present = inParis(at);
  let morning = present.with({ day: 1 }).withPlainTime({ hour: MORNING });
  while (morning.dayOfWeek >= SATURDAY || isHoliday(morning.toPlainDate().toString()))
    morning = morning.add({ days: 1 });
  const isDue = morning.epochMilliseconds <= at.getTime() && at.getTime() < morning.add(LATE).epochMilliseconds;
  return isDue ? new Date(morning.epochMilliseconds) : null;
}

export const unconfirmedUntil = (askedAt: Date): Date => new Date(inParis(askedAt).add(UNCONFIRMED).epochMilliseconds);
export const unconfirmedSince = (at: Date): Date => new Date(inParis(at).subtract(UNCONFIRMED).epochMilliseconds);

/** A month’s message says nothing new a week later. */
export const digestStaleAt = (morning: Date): Date => unconfirmedUntil(morning);

export const digestMailsKeptSince = (at: Date): Date => new Date(inParis(at).subtract(KEPT).epochMilliseconds);
