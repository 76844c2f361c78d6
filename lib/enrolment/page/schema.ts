import type { FollowedCycle } from "#lib/enrolment/cycle/schema";
import type { DetailsInput } from "#lib/enrolment/person/schema";
import type { FormAnswers, FormField } from "#lib/form-fields/schema";
import type { RegistrationStatus } from "#prisma/enums";

/** What the personal page shows of one session: the seat, nothing of the person. */
export type SeatView = {
  calendarId: string;
  /**
   * On a screen link, as when that link was given: what this registration went through would tell whoever typed the
   * address that it was registered before.
   */
  sequence: number;
  state: RegistrationStatus;
  /** Place in the waiting list, from 1; null when not waiting. Never on a screen link. */
  position: number | null;
  /** Until when an offered seat is kept. */
  offerExpiresAt: Date | null;
  /** Whether the session is still to come, so that the seat or the place in line can be given back. */
  cancellable: boolean;
  /** Until when a cancellation can be undone; null when there is nothing to undo. */
  undoUntil: Date | null;
  /** Whether presence was recorded: there is a certificate. Never on a screen link. */
  present: boolean;
  /** What this person asked in advance. Never on a screen link. */
  questions: string[];
  /** What the form of the session asks of its own, and what this person answered. Never on a screen link. */
  form: { fields: FormField[]; answers: FormAnswers };
  webinar: {
    slug: string;
    title: string;
    summary: string;
    startsAt: Date;
    durationMinutes: number;
    cancelledAt: Date | null;
    previousStartsAt: Date | null;
    roomOpenedAt: Date | null;
    updatedAt: Date;
    replayPublic: boolean;
    forecast: boolean;
  };
};

export type RegistrationsView = {
  /** In order of date. */
  seats: SeatView[];
  /** Who it is, on a link that was sent to their address; null on a screen link. */
  person:
    | (Omit<DetailsInput, "newsletter"> & { email: string; newsletter: boolean; reminders: boolean; erasedOn: Date })
    | null;
  /** On a screen link, the address that was typed, masked; null when it is not known. */
  sentTo: string | null;
  subscriptions: FollowedCycle[];
  followable: FollowedCycle[];
};

/**
 * What a personal page tells of a seat. `withdrawn`: the team cancelled the session. `left`: the person cancelled.
 * `closed`: the session began while they waited.
 */
export type SeatPhase =
  | "coming"
  | "waiting"
  | "offered"
  | "left"
  | "expired"
  | "withdrawn"
  | "running"
  | "closed"
  | "over";
