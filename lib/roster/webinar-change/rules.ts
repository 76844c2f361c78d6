import type { MailKind } from "#lib/mail/schema";
import { CHANGE_MAIL } from "#lib/notices/rules";
import type { Values } from "#lib/notices/schema";
import { formatDay, formatHours } from "#lib/platform/dates";
import { offerDeadline, seatAllocation } from "#lib/seats/waitlist/rules";
import type { SeatCounts } from "#lib/seats/waitlist/schema";
import type { ChangeKind, Consequences, WebinarChange } from "#lib/webinars/schema";

export const WEBINAR_MAIL = {
  moved: "webinar-moved",
  retimed: "webinar-retimed",
  cancelled: "webinar-cancelled",
  reopened: CHANGE_MAIL.confirm,
} as const satisfies Record<ChangeKind, MailKind>;

/**
 * What of a change registrants must be told. A text, a speaker or a room is none: nobody is written to for a typo, and
 * the room is read at the last minute. What was over and stays over concerns nobody.
 */
export function changeKind({ before, after }: WebinarChange, at: Date): ChangeKind | null {
  if (before.startsAt <= at && after.startsAt <= at) return null;
  if (after.cancelled) return before.cancelled ? null : "cancelled";
  if (before.cancelled) return "reopened";
  if (before.startsAt.getTime() !== after.startsAt.getTime()) return "moved";
  return before.durationMinutes === after.durationMinutes ? null : "retimed";
}

export const formerDate = ({ before }: WebinarChange): Values => ({
  previousDay: formatDay(before.startsAt),
  previousHours: formatHours(before.startsAt, before.durationMinutes),
});

export const isRaised = ({ before, after }: WebinarChange): boolean =>
  before.capacity !== null && (after.capacity === null || after.capacity > before.capacity);

export function servedBy(counts: SeatCounts, kind: ChangeKind | null, change: WebinarChange, at: Date) {
  const { after } = change;
  if (kind === "cancelled" || after.cancelled || after.startsAt <= at) return { given: 0, offered: 0, withdrawn: 0 };
  const deadline = offerDeadline(at, after.startsAt);
  const then = { ...counts, capacity: after.capacity };
  const owed = seatAllocation(then, { raised: isRaised(change), ask: deadline !== null });
  return {
    given: owed.givenToOffered + owed.givenToWaiting,
    offered: owed.offered,
    withdrawn: kind === "reopened" ? 0 : owed.withdrawn,
  };
}

export function messageOf({ kind, recipients, given, offered }: Consequences) {
  if (kind !== "resized" && (kind !== "reopened" || recipients)) return { message: WEBINAR_MAIL[kind] };
  if (given) return { message: CHANGE_MAIL.give, status: "confirmed" } as const;
  if (offered) return { message: CHANGE_MAIL.offer, status: "offered" } as const;
  return { message: kind === "resized" ? CHANGE_MAIL.withdraw : CHANGE_MAIL.wait, status: "waiting" } as const;
}
