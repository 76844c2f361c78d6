import { inParis } from "#lib/platform/dates";

/** How long what people confide is kept after their session: the durations of the page « Données personnelles ». */
const KEPT = { identity: { months: 6 }, accessNeeds: { days: 30 } } as const;

/**
 * The instant from which something confided for a session is kept no longer.
 * @param startsAt start of the session; months are counted in Paris
 */
export const keptUntil = (what: keyof typeof KEPT, startsAt: Date): Date =>
  new Date(inParis(startsAt).add(KEPT[what]).epochMilliseconds);
