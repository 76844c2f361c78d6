const HOUR_MS = 3_600_000;

/**
 * Messages that a stranger can provoke by typing somebody's address leave at most once an hour.
 * @param at the present instant
 * @returns the instant after which such a message has been sent too recently
 */
export const oneHourBefore = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

/** Whether a seat can still be given back: until the session starts. @param at the present instant */
export const isCancellable = ({ startsAt }: { startsAt: Date }, at: Date): boolean => at < startsAt;
