import { awaitsReplay, dueAt, expiresAt, PLANNED_KINDS, type PlannedKind } from "#lib/mail/plan";
import { isReplayPublic } from "#lib/webinars/rules";

const DAY_MS = 86_400_000;
/** A message that waits for something else, such as the replay, waits no longer than that. */
export const LONGEST_WAIT_MS = 30 * DAY_MS;

/** What tells which planned messages of a session leave. */
export type PlannedSession = Parameters<typeof isReplayPublic>[0] & {
  startsAt: Date;
  durationMinutes: number;
  mailsOff: readonly { kind: string }[];
};

/**
 * The planned messages of a session that leave at an instant: due, not yet pointless, and not switched off; those that
 * speak of the replay, once the public can watch it.
 * @param at the present instant
 */
export function dueKinds(session: PlannedSession, at: Date): PlannedKind[] {
  const off = new Set(session.mailsOff.map(({ kind }) => kind));
  return PLANNED_KINDS.filter(
    (kind) => !off.has(kind) && isTimely(kind, session, at) && (!awaitsReplay(kind) || isReplayPublic(session, at)),
  );
}

function isTimely(kind: PlannedKind, { startsAt, durationMinutes }: PlannedSession, at: Date): boolean {
  const due = dueAt(kind, startsAt);
  const pointless = expiresAt(kind, startsAt, durationMinutes);
  return due <= at && at.getTime() < due.getTime() + LONGEST_WAIT_MS && (!pointless || at < pointless);
}
