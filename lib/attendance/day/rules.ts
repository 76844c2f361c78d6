import type { Day, DayPerson, DayQuery } from "#lib/attendance/day/schema";
import { isRoomAddress, roomClosesAt, roomOpensAt } from "#lib/attendance/rules";
import { inParis } from "#lib/platform/dates";
import { inFrenchOrder } from "#lib/platform/text";

type Hours = { startsAt: Date; durationMinutes: number };
type Opening = Hours & { cancelled: boolean; roomOpenedAt: Date | null };

/** Somebody who runs a session looks at its screen for longer than a visitor waits. */
const REFRESH_SECONDS = 30;
/** Earlier, nothing moves fast enough. */
const WATCHED_MS = 60 * 60_000;

const dayOf = (instant: Date) => inParis(instant).toPlainDate();

/** The day of a session begins at midnight in Paris and ends with its room; a session that is cancelled has none. */
export const isItsDay = (webinar: Hours & { cancelled: boolean }, at: Date): boolean =>
  !webinar.cancelled &&
  at < roomClosesAt(webinar) &&
  (at >= webinar.startsAt || dayOf(at).equals(dayOf(webinar.startsAt)));

/** Where the room stands for those who have a seat. */
export type DayRoom = "early" | "open" | "missing" | "over" | "cancelled";

export function dayRoom(webinar: Opening & { roomUrl: string | null }, at: Date): DayRoom {
  if (webinar.cancelled) return "cancelled";
  if (at >= roomClosesAt(webinar)) return "over";
  if (!isRoomAddress(webinar.roomUrl)) return "missing";
  return at < roomOpensAt(webinar) ? "early" : "open";
}

/** In how many seconds the screen asks again by itself, from an hour before the room opens until it closes; else null. */
export const dayRefreshSeconds = (webinar: Opening, { arret }: Pick<DayQuery, "arret">, at: Date) =>
  arret ||
  webinar.cancelled ||
  at.getTime() < roomOpensAt(webinar).getTime() - WATCHED_MS ||
  at >= roomClosesAt(webinar)
    ? null
    : REFRESH_SECONDS;

/** @param people in the order in which they came to wait */
export function dayAmong(people: readonly DayPerson[]): Day {
  const isAwaited = ({ status, presentAt }: DayPerson) => presentAt === null && status === "confirmed";
  const isInLine = ({ status, presentAt }: DayPerson) =>
    presentAt === null && (status === "offered" || status === "waiting");
  const enteredAt = ({ presentAt }: DayPerson) => presentAt?.getTime() ?? 0;
  return {
    entered: people.filter(({ presentAt }) => presentAt !== null).toSorted((a, b) => enteredAt(b) - enteredAt(a)),
    expected: inFrenchOrder(people.filter(isAwaited), ({ lastName, firstName }) => `${lastName} ${firstName}`),
    waiting: people.filter(isInLine),
  };
}
