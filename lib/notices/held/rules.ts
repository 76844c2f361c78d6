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
  "registration-already",
  "cancellation-to-confirm",
  "personal-links",
] as const satisfies MailKind[];

/** Messages in an hour: about one registration, to one person. What comes after is held. */
const MOST = { seat: 6, person: 10 } as const;

/** What is held is told once nothing has happened for this long, or once it has waited this long. */
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

/** How many more may be written now. */
export const roomLeft = (person: number): number => Math.max(0, MOST.person - person);

/** Those held since before these instants are told. */
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

export type Telling = { kind: (typeof BOUNDED)[number]; registrationIds: string[]; calendar?: boolean };

/** The fewest messages that say where somebody now stands. An offer, and its end, were told by messages of their own. */
export function tellings(held: readonly Held[]): Telling[] {
  const idsOf = (some: readonly Held[]) => some.map(({ registrationId }) => registrationId);
  const states = held.filter(({ kind }) => kind === "state");
  const now = (status: RegistrationStatus) => states.filter((seat) => seat.status === status);
  const together = (kind: Telling["kind"], some: readonly Held[]): Telling[] =>
    some.length ? [{ kind, registrationIds: idsOf(some) }] : [];
  const left = [
    ...now("cancelled"),
    ...now("waiting").filter(({ calendarMethod }) => (calendarMethod ?? "CANCEL") !== "CANCEL"),
  ];
  const told: Telling[] = [
    ...left.map(({ registrationId, calendarMethod }) => ({
      kind: "registration-cancelled" as const,
      registrationIds: [registrationId],
      calendar: calendarMethod !== null,
    })),
    ...together("registration-confirmed", now("confirmed")),
    ...together("registration-waiting", now("waiting")),
  ];
  const live = held.filter(({ status }) => status === "confirmed" || status === "waiting" || status === "offered");
  const asked = (kind: HeldKind) => live.filter((seat) => seat.kind === kind);
  for (const { registrationId } of asked("cancellation-to-confirm"))
    told.push({ kind: "cancellation-to-confirm", registrationIds: [registrationId] });
  // Any other message carries the link that these were asked for.
  if (told.length) return told;
  const already = asked("registration-already");
  return already.length
    ? together("registration-already", already)
    : together(
        "personal-links",
        held.filter(({ kind }) => kind === "personal-links"),
      );
}
