import { tokenHash } from "#lib/platform/tokens";

/**
 * Name under which calendars know a registration, the same in messages and on screen.
 * The identifier of the row would not do: it holds the instant at which the row was made.
 */
export const calendarId = (id: string): string => tokenHash(id).toString("hex").slice(0, 32);
