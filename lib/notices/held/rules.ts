import type { MailKind } from "#lib/mail/schema";
import type { RegistrationStatus } from "#prisma/enums";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What anybody may provoke again and again by typing an address or pressing two buttons in turn. */
export const BOUNDED = [
  "registration-confirmed",
  "registration-waiting",
  "registration-cancelled",
  "cycle-session-added",
  "seats-changed",
  "registration-already",
  "cancellation-to-confirm",
  "personal-links",
] as const satisfies MailKind[];

/** Messages in an hour: about one registration, to one person. What comes after is held. */
const MOST = { seat: 6, person: 10 } as const;

const REST_MS = 10 * MINUTE_MS;
const LONGEST_HOLD_MS = HOUR_MS;

const ASKED = ["registration-already", "cancellation-to-confirm", "personal-links"] as const;
export type HeldKind = "state" | (typeof ASKED)[number];

export const isBounded = (kind: MailKind): boolean => (BOUNDED as readonly MailKind[]).includes(kind);

export const heldKind = (kind: MailKind): HeldKind => ASKED.find((asked) => asked === kind) ?? "state";

export const windowStart = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

/** @param seats messages of the last hour about each of the registrations that a new one is about */
export const isTooOften = ({ person, seats }: { person: number; seats: readonly number[] }): boolean =>
  person >= MOST.person || seats.every((count) => count >= MOST.seat);

/** @param person messages of the last hour to them */
export const roomLeft = (person: number): number => Math.max(0, MOST.person - person);

export const toldFrom = (at: Date): { lastAt: Date; firstAt: Date } => ({
  lastAt: new Date(at.getTime() - REST_MS),
  firstAt: new Date(at.getTime() - LONGEST_HOLD_MS),
});

export type Held = {
  registrationId: string;
  kind: HeldKind;
  status: RegistrationStatus;
  /** What calendars were last told; null when nothing was. */
  calendarMethod: string | null;
};

export type Telling = {
  kind: (typeof BOUNDED)[number];
  registrationIds: string[];
  calendar?: boolean;
  left?: string[];
};

const idsOf = (some: readonly Held[]) => some.map(({ registrationId }) => registrationId);

const isLeft = ({ status, calendarMethod }: Held) =>
  status !== "confirmed" && calendarMethod !== null && calendarMethod !== "CANCEL";

/** An offer, and its end, were told by messages of their own. */
function tellingOfStates(states: readonly Held[]): Telling | null {
  const registrationIds = idsOf(states);
  const [only, ...others] = states;
  if (!only || states.every(({ status }) => status === "offered" || status === "expired")) return null;
  if (only.status === "cancelled" && !others.length)
    return { kind: "registration-cancelled", registrationIds, calendar: only.calendarMethod !== null };
  const left = idsOf(states.filter(isLeft));
  if (left.length || states.some(({ status }) => status === "cancelled" || status === "expired"))
    return { kind: "seats-changed", registrationIds, left };
  const seated = states.some(({ status }) => status === "confirmed");
  return { kind: seated ? "registration-confirmed" : "registration-waiting", registrationIds };
}

export function tellings(held: readonly Held[]): Telling[] {
  const state = tellingOfStates(held.filter(({ kind }) => kind === "state"));
  const live = held.filter(({ status }) => status !== "cancelled" && status !== "expired");
  const asked = (kind: HeldKind) => live.filter((seat) => seat.kind === kind);
  const confirmations = idsOf(asked("cancellation-to-confirm")).map((id) => ({
    kind: "cancellation-to-confirm" as const,
    registrationIds: [id],
  }));
  const told = [...(state ? [state] : []), ...confirmations];
  // Any other message carries the link that these were asked for.
  if (told.length) return told;
  const already = idsOf(asked("registration-already"));
  if (already.length) return [{ kind: "registration-already", registrationIds: already }];
  const links = idsOf(held.filter(({ kind }) => kind === "personal-links"));
  return links.length ? [{ kind: "personal-links", registrationIds: links }] : [];
}
