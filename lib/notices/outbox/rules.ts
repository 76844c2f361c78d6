import { REMINDER_KINDS } from "#lib/mail/schema";
import { dateMark } from "#lib/notices/plan/rules";
import type { RegistrationStatus } from "#prisma/enums";

/** What a reminder goes by. */
type Reminded = {
  status: RegistrationStatus;
  remindersOffAt: Date | null;
  webinar: { startsAt: Date; cancelledAt: Date | null };
};

/** Whether a message is a reminder. */
export const isReminder = (kind: string): boolean => (REMINDER_KINDS as readonly string[]).includes(kind);

/** Whether a reminder is of a seat given back, of a session cancelled or moved since, or to someone who asked for none. */
export function isReminderStale(key: string | null, { status, remindersOffAt, webinar }: Reminded): boolean {
  const moved = key !== null && !key.endsWith(dateMark(webinar.startsAt));
  return status !== "confirmed" || remindersOffAt !== null || webinar.cancelledAt !== null || moved;
}
