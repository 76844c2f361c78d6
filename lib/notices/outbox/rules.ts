import { REMINDER_KINDS } from "#lib/mail/schema";
import { dateMark } from "#lib/notices/plan/rules";
import type { RegistrationStatus } from "#prisma/enums";

type Reminded = {
  status: RegistrationStatus;
  remindersOffAt: Date | null;
  webinar: { startsAt: Date; cancelledAt: Date | null };
};

export const isReminder = (kind: string): boolean => (REMINDER_KINDS as readonly string[]).includes(kind);

export function isReminderStale(key: string | null, { status, remindersOffAt, webinar }: Reminded): boolean {
  const moved = key !== null && !key.endsWith(dateMark(webinar.startsAt));
  return status !== "confirmed" || remindersOffAt !== null || webinar.cancelledAt !== null || moved;
}
