import type { SeatChange, SeatEvent } from "#lib/seats/schema";
import type { RegistrationStatus } from "#prisma/enums";

const UNDO_MS = 24 * 3_600_000;

/** The state machine of a registration: from which states each event leads where. Coming in is `admission`. */
export const TRANSITIONS = {
  cancel: { from: ["confirmed", "waiting", "offered"], to: "cancelled" },
  offer: { from: ["waiting"], to: "offered" },
  give: { from: ["waiting", "offered"], to: "confirmed" },
  accept: { from: ["offered"], to: "confirmed" },
  expire: { from: ["offered"], to: "expired" },
  withdraw: { from: ["offered"], to: "waiting" },
} as const satisfies Record<SeatEvent, { from: readonly RegistrationStatus[]; to: RegistrationStatus }>;

/** States in which a person counts on the session; in the others the same address may come in again. */
export const LIVE_STATUSES = ["confirmed", "waiting", "offered"] as const satisfies RegistrationStatus[];
export type LiveStatus = (typeof LIVE_STATUSES)[number];

export const isEntry = ({ event }: SeatChange): boolean => event === "confirm" || event === "wait" || event === "add";

export const isLive = (status: RegistrationStatus): status is LiveStatus =>
  (LIVE_STATUSES as readonly RegistrationStatus[]).includes(status);

/** How many people count on a session. @param counts people in each state */
export const liveAmong = (counts: Partial<Record<RegistrationStatus, number>>): number =>
  LIVE_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

/**
 * Until when a cancellation can be undone: 24 hours, and never once the session has begun.
 * @param cancelledAt instant of the cancellation
 */
export const undoUntil = (cancelledAt: Date, startsAt: Date): Date =>
  new Date(Math.min(cancelledAt.getTime() + UNDO_MS, startsAt.getTime()));

/** Whether a seat can still be given back: until the session starts. */
export const isCancellable = ({ startsAt }: { startsAt: Date }, at: Date): boolean => at < startsAt;

/** A SEQUENCE holds 31 bits: seconds since then fit until 2088. */
const FIRST_CALENDAR_MS = Date.UTC(2020, 0, 1);

/**
 * What a registration taken, given back or taken again adds to the SEQUENCE of its session in calendars. Seconds grow as a
 * count would (RFC 5545 §3.8.7.4), and tell nothing of how often it changed: whoever registers again is above all that
 * was mailed before, and looks like a newcomer.
 * @param previous what it added before, which two changes within a second must pass
 */
export const sequenceAt = (at: Date, previous = -1): number =>
  Math.max(previous + 1, Math.floor((at.getTime() - FIRST_CALENDAR_MS) / 1000));
