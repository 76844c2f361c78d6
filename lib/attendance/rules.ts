import type { RoomState } from "#lib/attendance/schema";
import { endsAt } from "#lib/platform/dates";
import type { RegistrationStatus } from "#prisma/enums";

const MINUTE_MS = 60_000;
/** A room opens this long before its session, and stays open this long after. */
const OPENS_BEFORE_MS = 15 * MINUTE_MS;
/** The team may let people in so long before. */
const OPENABLE_BEFORE_MS = 120 * MINUTE_MS;
const CLOSES_AFTER_MS = 30 * MINUTE_MS;
/** Asked again more often as the room is about to open; earlier, a page that reloads only disturbs its reader. */
const WATCHED_MS = 30 * MINUTE_MS;
const REFRESH_SECONDS = 60;

type Hours = { startsAt: Date; durationMinutes: number };
type Opening = { startsAt: Date; roomOpenedAt: Date | null };

/** When people come in unless the team lets them in before. */
export const roomUsuallyOpensAt = ({ startsAt }: Pick<Hours, "startsAt">): Date =>
  new Date(startsAt.getTime() - OPENS_BEFORE_MS);

/** Whether the team may let people in: from two hours before the start, until they come in anyway. */
export const mayOpenRoom = (webinar: Pick<Hours, "startsAt">, at: Date): boolean =>
  at.getTime() >= webinar.startsAt.getTime() - OPENABLE_BEFORE_MS && at < roomUsuallyOpensAt(webinar);

/** A session that moves after it was opened opens at its usual time again. */
export const roomOpensAt = ({ startsAt, roomOpenedAt }: Opening): Date =>
  roomOpenedAt && mayOpenRoom({ startsAt }, roomOpenedAt) ? roomOpenedAt : roomUsuallyOpensAt({ startsAt });

export const roomClosesAt = (webinar: Hours): Date => new Date(endsAt(webinar).getTime() + CLOSES_AFTER_MS);

export const isRoomAddress = (text: string | null): text is string =>
  text !== null && URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);

type Seat = {
  status: RegistrationStatus;
  webinar: Hours & Opening & { cancelledAt: Date | null; roomUrl: string | null };
};

const SEATLESS = { waiting: "waiting", offered: "offered", cancelled: "left", expired: "left" } as const;

export function roomState({ status, webinar }: Seat, at: Date): RoomState {
  if (webinar.cancelledAt) return "cancelled";
  if (at >= roomClosesAt(webinar)) return "over";
  if (status !== "confirmed") return SEATLESS[status];
  if (at < roomOpensAt(webinar)) return "early";
  return isRoomAddress(webinar.roomUrl) ? "open" : "missing";
}

/** Each minute in the half hour before the room opens, and while its address is awaited; null otherwise. */
export function refreshSeconds(state: RoomState, webinar: Opening, at: Date): number | null {
  if (state === "missing") return REFRESH_SECONDS;
  const left = roomOpensAt(webinar).getTime() - at.getTime();
  if (state !== "early" || left > WATCHED_MS) return null;
  return Math.min(REFRESH_SECONDS, Math.ceil(left / 1000));
}

const TYPED_CODE = /^[A-Za-z0-9\s\p{Pd}]+$/u;

/**
 * A code as it was given, in groups of four, whatever the case, the spaces and the hyphens of who typed it. With any other
 * character it is none: letters that change into those of a code would make several spellings of one.
 */
export const readCode = (typed: string): string =>
  TYPED_CODE.test(typed)
    ? typed
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, "")
        .replace(/.{4}(?=.)/g, "$&-")
    : "";
