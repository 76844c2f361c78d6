import { type MailKind, REMINDER_KINDS } from "#lib/mail/schema";
import type { RegistrationStatus } from "#prisma/enums";

/** What tells whether a waiting message still has a meaning. */
export type WaitingMail = {
  kind: string;
  key: string | null;
  staleAt: Date | null;
  registration: {
    status: RegistrationStatus;
    remindersOffAt: Date | null;
    webinar: { startsAt: Date; cancelledAt: Date | null };
  } | null;
};

/**
 * Names a planned message, so that it leaves once whatever clocks do; a session that moves gets a new one.
 * @param startsAt start of the session as the message tells it
 */
export const plannedKey = (kind: MailKind, registrationId: string, startsAt: Date): string =>
  `${kind}:${registrationId}:${startsAt.toISOString()}`;

const isReminder = (kind: string) => (REMINDER_KINDS as readonly string[]).includes(kind);

/**
 * Whether a message no longer deserves to leave: too late, or a reminder of a seat given back, of a session cancelled or
 * moved since, or to someone who asked for none.
 * @param at the present instant
 */
export function isStale({ kind, key, staleAt, registration }: WaitingMail, at: Date): boolean {
  if (staleAt && staleAt <= at) return true;
  if (!isReminder(kind) || !registration) return false;
  const { status, remindersOffAt, webinar } = registration;
  const moved = key !== null && !key.endsWith(`:${webinar.startsAt.toISOString()}`);
  return status !== "confirmed" || remindersOffAt !== null || webinar.cancelledAt !== null || moved;
}
