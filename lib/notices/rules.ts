import { type MailKind, PERSONAL_KINDS, REMINDER_KINDS } from "#lib/mail/schema";
import { isPlanned, type PlannedKind, plannedStaleAt } from "#lib/notices/plan/rules";
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

const OTHERS: readonly MailKind[] = [SEVERAL_MAIL, ...PERSONAL_KINDS];

/** Whether a message is about one session: the others concern none in particular. */
export const isAboutSession = (kind: MailKind): boolean => !OTHERS.includes(kind);

export const STATUS_MAIL = {
  confirmed: CHANGE_MAIL.confirm,
  waiting: CHANGE_MAIL.wait,
  offered: CHANGE_MAIL.offer,
} as const satisfies Record<LiveStatus, MailKind>;

export const priorityOf = (kind: string): number => (isPlanned(kind) || kind === "announcement" ? 0 : 1);

/** Messages that come by themselves, again and again, and can therefore be refused in one click (RFC 8058). */
const REFUSABLE: readonly MailKind[] = [...REMINDER_KINDS, "announcement", "survey"];

export const isRefusable = (kind: MailKind): boolean => REFUSABLE.includes(kind);

/**
 * Messages that a stranger can provoke by typing somebody's address leave at most once an hour.
 * @returns the instant after which such a message has been sent too recently
 */
export const oneHourBefore = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

/** How long a proposed address can be confirmed. */
const PROPOSAL_MS = 24 * HOUR_MS;

/** How long what leaves at once keeps its meaning: until the session is over, for as long as its link opens, or for ever. */
const LIFE: Record<Exclude<MailKind, PlannedKind>, "session" | "proposal" | "ever"> = {
  "registration-confirmed": "session",
  "registration-waiting": "session",
  "registration-already": "session",
  "registration-cancelled": "ever",
  "cancellation-to-confirm": "session",
  "calendar-declined": "session",
  "seat-offered": "session",
  "seat-given": "session",
  "offer-expired": "session",
  "offer-withdrawn": "session",
  "cycle-session-added": "session",
  "seats-changed": "ever",
  "personal-links": "ever",
  "address-to-confirm": "proposal",
  dossier: "ever",
  "address-changed": "ever",
  "person-erased": "ever",
  "webinar-moved": "session",
  "webinar-retimed": "session",
  "webinar-cancelled": "ever",
  announcement: "ever",
  "digest-to-confirm": "ever",
  digest: "ever",
};

/** Whether a message announces sessions to come, so that it says which ones nobody has confirmed. */
export const announces = (kind: MailKind): boolean =>
  REMINDER_KINDS.includes(kind as (typeof REMINDER_KINDS)[number]) ||
  (!isPlanned(kind) && (kind === SEVERAL_MAIL || LIFE[kind] === "session"));

/** What a forecast promises, below the greeting. */
export const forecastNote = (count: number): string =>
  count > 1
    ? "Des séances de ce message sont annoncées, à confirmer : leur date et leur sujet peuvent encore changer. Un message vous prévient si l’une d’elles est déplacée ou annulée."
    : "Cette séance est annoncée, à confirmer : sa date et son sujet peuvent encore changer. Un message vous prévient si elle est déplacée ou annulée.";

type Told = { offerExpiresAt?: Date | null; webinar: { startsAt: Date; durationMinutes: number } };

/**
 * From when a message is stale: what announces sessions, once the last of them is over for who may still come late; an
 * offer, once its time is up.
 * @param at when it is written
 * @returns null when it keeps its meaning
 */
export function staleAt(kind: MailKind, seats: readonly [Told, ...Told[]], at: Date): Date | null {
  const [{ offerExpiresAt, webinar }] = seats;
  if (isPlanned(kind)) return plannedStaleAt(kind, webinar.startsAt);
  if (kind === "seat-offered" && offerExpiresAt) return offerExpiresAt;
  if (LIFE[kind] === "proposal") return new Date(at.getTime() + PROPOSAL_MS);
  if (LIFE[kind] === "ever") return null;
  return new Date(Math.max(...seats.map((seat) => endsAt(seat.webinar).getTime())));
}
