import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import { isPlanned, plannedStaleAt } from "#lib/notices/plan/rules";
import { endsAt } from "#lib/platform/dates";
import type { LiveStatus } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";

const HOUR_MS = 3_600_000;

export const CHANGE_MAIL = {
  confirm: "registration-confirmed",
  wait: "registration-waiting",
  add: "cycle-session-added",
  accept: "registration-confirmed",
  give: "seat-given",
  offer: "seat-offered",
  expire: "offer-expired",
  withdraw: "offer-withdrawn",
  cancel: "registration-cancelled",
} as const satisfies Record<SeatChange["event"], MailKind>;

/** The messages that a change makes untrue while they wait to leave. */
export const STALE_AFTER: Partial<Record<SeatChange["event"], readonly MailKind[]>> = {
  cancel: REMINDER_KINDS,
  withdraw: [CHANGE_MAIL.offer],
};

export const SEVERAL_MAIL = "seats-changed" satisfies MailKind;

export const STATUS_MAIL = {
  confirmed: CHANGE_MAIL.confirm,
  waiting: CHANGE_MAIL.wait,
  offered: CHANGE_MAIL.offer,
} as const satisfies Record<LiveStatus, MailKind>;

export const priorityOf = (kind: string): number => (isPlanned(kind) || kind === "announcement" ? 0 : 1);

/** Messages that come by themselves, again and again, and can therefore be refused in one click (RFC 8058). */
const REFUSABLE: readonly MailKind[] = [...REMINDER_KINDS, "announcement"];

export const isRefusable = (kind: MailKind): boolean => REFUSABLE.includes(kind);

/**
 * Messages that a stranger can provoke by typing somebody's address leave at most once an hour.
 * @returns the instant after which such a message has been sent too recently
 */
export const oneHourBefore = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

const END_WITH_THE_SESSION: readonly MailKind[] = ["seat-offered", "seat-given", "cycle-session-added"];

/**
 * From when a message is stale: what announces a session, once it has begun, or ended for who may still come late.
 * @param durationMinutes length of the session in minutes
 * @returns null when it keeps its meaning
 */
export function staleAt(kind: MailKind, startsAt: Date, durationMinutes: number): Date | null {
  if (isPlanned(kind)) return plannedStaleAt(kind, startsAt);
  return END_WITH_THE_SESSION.includes(kind) ? endsAt({ startsAt, durationMinutes }) : null;
}
