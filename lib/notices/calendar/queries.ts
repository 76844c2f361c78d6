import { type CalendarEntry, invitation, programme } from "#lib/calendar/file";
import type { MailContent } from "#lib/mail/outbox-mutations";
import type { MailKind } from "#lib/mail/schema";
import { senderMailbox } from "#lib/mail/sender";
import { SEVERAL_MAIL } from "#lib/notices/rules";
import type { Addressee, Recipient } from "#lib/notices/variables/queries";
import { env } from "#lib/platform/env";
import { calendarId } from "#lib/seats/queries";
import { isForecastOf } from "#lib/webinars/rules";

/** The calendar message that each kind carries for someone who has a seat, if it carries one. */
const CALENDAR_METHODS: Partial<Record<MailKind, "REQUEST" | "CANCEL">> = {
  "registration-confirmed": "REQUEST",
  "registration-already": "REQUEST",
  "seat-given": "REQUEST",
  "cycle-session-added": "REQUEST",
  "webinar-moved": "REQUEST",
  "webinar-retimed": "REQUEST",
  "registration-cancelled": "CANCEL",
  "webinar-cancelled": "CANCEL",
};

const entryOf = ({ id, sequence, webinar }: Addressee): CalendarEntry => ({
  webinar,
  id: calendarId(id),
  sequence: webinar.sequence + sequence,
  registered: true,
  tentative: isForecastOf(webinar),
});

const isHeld = ({ status, webinar }: Recipient) => status === "confirmed" && !webinar.cancelledAt;

/** @param left registrations given back that calendars still show */
export function calendarOf(
  kind: MailKind,
  people: Recipient[],
  at: Date,
  left: readonly string[] = [],
): MailContent["calendar"] {
  const isLeft = (person: Recipient) => left.includes(person.id);
  const shown = people.filter((person) => isHeld(person) || isLeft(person));
  const several = shown[0] && (isLeft(shown[0]) ? "CANCEL" : "REQUEST");
  const method = kind === SEVERAL_MAIL ? several : CALENDAR_METHODS[kind];
  const seated = method === "CANCEL" && kind !== SEVERAL_MAIL ? people : shown;
  const [person, ...others] = seated;
  if (!method || !person) return undefined;
  const { SITE_URL, MAIL_FROM, IMAP_URL } = env();
  const repliesAreRead = IMAP_URL !== undefined;
  const organizer = senderMailbox(MAIL_FROM);
  const entries = seated.map((seat) => ({ ...entryOf(seat), ...(isLeft(seat) && { cancelled: true }) })) as [
    CalendarEntry,
    ...CalendarEntry[],
  ];
  // RFC 5546 §3.2.2: one REQUEST speaks of one UID. Several sessions are published together instead.
  if (others.length) return { method: "PUBLISH", content: programme(entries, organizer, SITE_URL, at, repliesAreRead) };
  const parties = { organizer, attendee: person.email, repliesAreRead };
  return { method, content: invitation(method, entries[0], parties, SITE_URL, at) };
}
