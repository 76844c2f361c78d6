import type { Deliveries, MailKind } from "#lib/mail/schema";
import type { isReplayPublic } from "#lib/webinars/rules";

/**
 * Where a planned message stands. `waiting`: for the replay. `held`: until the team says
 * that everybody who came is noted. `leaving`: due, and not written to anybody yet. `nobody`: due, and concerns nobody.
 * `past`: it left nobody's outbox in time. `erased`: nobody can tell any more, what left was erased with its readers.
 * `hidden`: the session is not on line.
 */
export type PlanState =
  | "planned"
  | "leaving"
  | "done"
  | "nobody"
  | "waiting"
  | "held"
  | "off"
  | "past"
  | "erased"
  | "cancelled"
  | "hidden";

export type PlannedWebinar = {
  startsAt: Date;
  cancelledAt: Date | null;
  /** Whether the public can see the session: nothing is said of a draft. */
  visible: boolean;
  replayPublic: boolean;
  attendanceComplete: boolean;
};

export type TimedWebinar = Parameters<typeof isReplayPublic>[0] & {
  startsAt: Date;
  attendanceCompleteAt: Date | null;
  disabledMails: readonly { kind: string }[];
};

/** One message of a session: when it leaves, to whom, and what became of it. */
export type PlanLine = {
  kind: MailKind;
  deliveries: Deliveries;
  rewritten: boolean;
  /** Null for what answers an act, and leaves when it happens. */
  planned: { due: Date; recipients: number; state: PlanState; off: boolean } | null;
};
