import type { MailKind } from "#lib/mail/schema";
import type { PlannedWebinar, PlanState, TimedWebinar } from "#lib/notices/plan/schema";
import { inParis } from "#lib/platform/dates";
import { isReplayPublic } from "#lib/webinars/rules";
import type { Prisma } from "#prisma/client";

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

export const isPlanned = (kind: string): kind is PlannedKind => (PLANNED_KINDS as readonly string[]).includes(kind);

/** Whether a message speaks of the replay, and therefore waits until the public can watch it. */
export const awaitsReplay = (kind: PlannedKind): boolean => kind.startsWith("follow-up");

/** Whether the team said that everybody who came is noted: until then, who is not noted is not absent. */
export const isAttendanceComplete = ({ startsAt, attendanceCompleteAt }: NotedWebinar): boolean =>
  attendanceCompleteAt !== null && attendanceCompleteAt >= startsAt;

type NotedWebinar = Pick<TimedWebinar, "startsAt" | "attendanceCompleteAt">;

const awaitsAttendance = (kind: PlannedKind): boolean => kind === "follow-up-absent";

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

export const plannedStaleAt = (kind: PlannedKind, startsAt: Date): Date => instant(STALE[kind](inParis(startsAt)));

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
      return { ...seated, presentAt: { not: null }, surveyAnswered: false, remindersOffAt: null };
    default:
      return { ...seated, remindersOffAt: null, confirmedAt: { lte: dueAt(kind, startsAt) } };
  }
}

/**
 * Where a planned message stands.
 * @param counts.recipients people who would get it now
 * @param counts.left messages that have left
 * @param counts.forgotten people who were anonymised, and what was written to them erased
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
  if (plannedStaleAt(kind, startsAt) <= at) return recipients > 0 ? "past" : forgotten > 0 ? "erased" : "nobody";
  if (awaitsReplay(kind) && !webinar.replayPublic) return "waiting";
  if (recipients === 0) return "nobody";
  return awaitsAttendance(kind) && !webinar.attendanceComplete ? "held" : "leaving";
}

/**
 * The planned messages of a session that leave at an instant: due, not yet stale, and not switched off; those that speak
 * of the replay, once the public can watch it; that of the absent, once it is known who they are.
 */
export function dueKinds(webinar: TimedWebinar, at: Date): PlannedKind[] {
  const off = new Set(webinar.disabledMails.map(({ kind }) => kind));
  return PLANNED_KINDS.filter(
    (kind) =>
      !off.has(kind) &&
      isTimely(kind, webinar.startsAt, at) &&
      (!awaitsReplay(kind) || isReplayPublic(webinar, at)) &&
      (!awaitsAttendance(kind) || isAttendanceComplete(webinar)),
  );
}

const isTimely = (kind: PlannedKind, startsAt: Date, at: Date): boolean =>
  dueAt(kind, startsAt) <= at && at < plannedStaleAt(kind, startsAt);

/** How the key of a planned message ends: it is of this date, and of no other. */
export const dateMark = (startsAt: Date): string => `:${startsAt.toISOString()}`;

/** What says the same to somebody: whoever has one of them gets none of the others, though they be noted meanwhile. */
export const sameNews = (kind: PlannedKind): PlannedKind[] =>
  awaitsReplay(kind) ? PLANNED_KINDS.filter(awaitsReplay) : [kind];

/**
 * Names a planned message, so that it leaves once whatever clocks do; a session that moves gets a new one.
 * @param startsAt start of the session as the message tells it
 */
export const plannedKey = (kind: MailKind, registrationId: string, startsAt: Date): string =>
  `${kind}:${registrationId}${dateMark(startsAt)}`;
