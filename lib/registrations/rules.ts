import { inParis } from "#lib/platform/dates";

const KEPT_MONTHS = 6;
const ACCESS_NEEDS_DAYS = 30;
const HOUR_MS = 3_600_000;

/** How long personal data are kept after a session, in the words shown under the form. */
export const RETENTION_WORDS = "six mois après la séance";

/**
 * The instants before which a session must have started for its registrants' data to be erased
 * (durations of the page « Données personnelles »).
 * @param at the present instant
 */
export function retentionLimits(at: Date): { registrations: Date; accessNeeds: Date } {
  const today = inParis(at);
  return {
    registrations: new Date(today.subtract({ months: KEPT_MONTHS }).epochMilliseconds),
    accessNeeds: new Date(today.subtract({ days: ACCESS_NEEDS_DAYS }).epochMilliseconds),
  };
}

/**
 * Messages that a stranger can provoke by typing somebody's address leave at most once an hour.
 * @param at the present instant
 * @returns the instant after which such a message has been sent too recently
 */
export const oneHourBefore = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

/** Whether a seat can still be given back: until the session starts. @param at the present instant */
export const isCancellable = ({ startsAt }: { startsAt: Date }, at: Date): boolean => at < startsAt;
