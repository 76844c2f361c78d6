const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** A passage that began so long ago has lost its worker. */
export const STUCK_MS = HOUR_MS;

/** In a week, whatever became of this one. */
export const nextPassage = (at: Date): Date => new Date(at.getTime() + WEEK_MS);
