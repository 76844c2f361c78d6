/** The instant at which tests happen unless they say otherwise: a Monday morning in Paris. */
export const AT = new Date("2027-01-11T09:00:00Z");

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant so many milliseconds after another; negative is before. */
export const later = (milliseconds: number, from: Date = AT): Date => new Date(from.getTime() + milliseconds);
