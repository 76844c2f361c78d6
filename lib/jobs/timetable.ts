import { awaitsReplay, dueAt, PLANNED_KINDS, type PlannedKind, plannedStaleAt } from "#lib/mail/plan";
import { isReplayPublic } from "#lib/webinars/rules";

/** What tells which planned messages of a session leave. */
export type TimedWebinar = Parameters<typeof isReplayPublic>[0] & {
  startsAt: Date;
  disabledMails: readonly { kind: string }[];
};

/**
 * The planned messages of a session that leave at an instant: due, not yet pointless, and not switched off; those that
 * speak of the replay, once the public can watch it.
 * @param at the present instant
 */
export function dueKinds(webinar: TimedWebinar, at: Date): PlannedKind[] {
  const off = new Set(webinar.disabledMails.map(({ kind }) => kind));
  return PLANNED_KINDS.filter(
    (kind) =>
      !off.has(kind) && isTimely(kind, webinar.startsAt, at) && (!awaitsReplay(kind) || isReplayPublic(webinar, at)),
  );
}

const isTimely = (kind: PlannedKind, startsAt: Date, at: Date): boolean =>
  dueAt(kind, startsAt) <= at && at < plannedStaleAt(kind, startsAt);
