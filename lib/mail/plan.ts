import type { Deliveries, MailKind, PlanState } from "#lib/mail/schema";
import { endsAt, inParis } from "#lib/platform/dates";
import type { Prisma } from "#prisma/client";
import type { MailStatus } from "#prisma/enums";

const MORNING = 9;

/** The messages that leave by themselves at a set time, in order. */
export const PLANNED_KINDS = [
  "reminder-week",
  "reminder-day",
  "reminder-hour",
  "follow-up-present",
  "follow-up-absent",
  "survey",
] as const satisfies MailKind[];
export type PlannedKind = (typeof PLANNED_KINDS)[number];

/** Whether a message leaves by itself at a set time, and can therefore be switched off for a session. */
export const isPlanned = (kind: string): kind is PlannedKind => (PLANNED_KINDS as readonly string[]).includes(kind);

/** Whether a message speaks of the replay, and therefore waits until the public can watch it. */
export const awaitsReplay = (kind: PlannedKind): boolean => kind.startsWith("follow-up");

/** Counted rows as how many messages are in each state. */
export function deliveriesAmong(rows: readonly { status: MailStatus; _count: number }[]): Deliveries {
  const count = (status: MailStatus) => rows.find((row) => row.status === status)?._count ?? 0;
  return { queued: count("queued"), sent: count("sent"), failed: count("failed"), dropped: count("dropped") };
}

type Moment = ReturnType<typeof inParis>;
const instant = (moment: Moment) => new Date(moment.epochMilliseconds);

/** The morning so many days after a session, in Paris. */
const morning = (start: Moment, days: number) => start.add({ days }).withPlainTime({ hour: MORNING });

const DUE: Record<PlannedKind, (start: Moment) => Moment> = {
  "reminder-week": (start) => start.subtract({ days: 7 }),
  "reminder-day": (start) => start.subtract({ days: 1 }),
  "reminder-hour": (start) => start.subtract({ hours: 1 }),
  "follow-up-present": (start) => morning(start, 1),
  "follow-up-absent": (start) => morning(start, 1),
  survey: (start) => morning(start, 2),
};

/**
 * When a planned message leaves. Days are counted in Paris: a reminder of the day before leaves at the hour that the
 * clocks of Paris show when the session starts, even across a clock change.
 */
export const dueAt = (kind: PlannedKind, startsAt: Date): Date => instant(DUE[kind](inParis(startsAt)));

const aMonthAfter = (kind: PlannedKind, start: Moment) => DUE[kind](start).add({ days: 30 });

const STALE: Record<PlannedKind, (start: Moment) => Moment> = {
  // Each reminder gives way to the next one; « c’est demain » is no longer true at midnight.
  "reminder-week": (start) => start.subtract({ days: 1 }),
  "reminder-day": (start) => start.startOfDay(),
  "reminder-hour": (start) => start,
  // A replay may be long in coming.
  "follow-up-present": (start) => aMonthAfter("follow-up-present", start),
  "follow-up-absent": (start) => aMonthAfter("follow-up-absent", start),
  survey: (start) => aMonthAfter("survey", start),
};

/** From when a planned message is pointless. */
export const plannedStaleAt = (kind: PlannedKind, startsAt: Date): Date => instant(STALE[kind](inParis(startsAt)));

/**
 * From when a message is pointless: what announces a session, once it has begun, or ended for who may still come late.
 * @param durationMinutes length of the session in minutes
 * @returns null when it keeps its meaning
 */
export function staleAt(kind: MailKind, startsAt: Date, durationMinutes: number): Date | null {
  if (isPlanned(kind)) return plannedStaleAt(kind, startsAt);
  return END_WITH_THE_SESSION.includes(kind) ? endsAt({ startsAt, durationMinutes }) : null;
}

const END_WITH_THE_SESSION: readonly MailKind[] = ["seat-offered", "seat-given", "cycle-session-added"];

/**
 * Who gets a planned message: those whose seat is kept; the replay also goes to those who waited for one in vain.
 * A reminder leaves out those who asked for none and those who took their seat after it was due; the survey is for those
 * who were there and have not answered.
 */
export function recipientsOf(kind: PlannedKind, startsAt: Date): Prisma.RegistrationWhereInput {
  const seated = { status: "confirmed", anonymisedAt: null } as const;
  switch (kind) {
    case "follow-up-present":
      return { ...seated, presentAt: { not: null } };
    case "follow-up-absent":
      return { ...seated, status: { in: ["confirmed", "waiting"] }, presentAt: null };
    case "survey":
      return { ...seated, presentAt: { not: null }, surveyAnswered: false };
    default:
      return { ...seated, remindersOffAt: null, confirmedAt: { lte: dueAt(kind, startsAt) } };
  }
}

/** What a planned message depends on. */
export type PlannedWebinar = {
  startsAt: Date;
  cancelledAt: Date | null;
  /** Whether the public can see the session: nothing is said of a draft. */
  visible: boolean;
  /** Whether the public can watch the replay. */
  replayPublic: boolean;
};

/**
 * Where a planned message stands.
 * @param counts.recipients people who would get it now
 * @param counts.left messages that have left
 * @param counts.forgotten people who were anonymised, and what was written to them erased
 * @param at the present instant
 */
export function planState(
  kind: PlannedKind,
  webinar: PlannedWebinar,
  { off, recipients, left, forgotten }: { off: boolean; recipients: number; left: number; forgotten: number },
  at: Date,
): PlanState {
  const { startsAt } = webinar;
  const due = dueAt(kind, startsAt);
  if (due <= at && left > 0) return "done";
  if (webinar.cancelledAt) return "cancelled";
  if (off) return "off";
  if (!webinar.visible) return "hidden";
  if (at < due) return "planned";
  if (plannedStaleAt(kind, startsAt) <= at) return forgotten > 0 && recipients === 0 ? "erased" : "past";
  if (awaitsReplay(kind) && !webinar.replayPublic) return "waiting";
  return recipients > 0 ? "leaving" : "done";
}
