import { inParis } from "#lib/platform/dates";

const KEPT = { months: 12 };

/** The instant before which remarks are kept no longer. Months are counted in Paris. */
export const remarksKeptSince = (at: Date): Date => new Date(inParis(at).subtract(KEPT).epochMilliseconds);

/** A typed page, when it is one of those that the portal has: nothing else is ever shown, or led to. */
export const pageAmong = (typed: string | undefined, pages: readonly string[]): string | null =>
  typed !== undefined && pages.includes(typed) ? typed : null;
