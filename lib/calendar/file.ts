import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { absolute, paths } from "#lib/platform/paths";

/** What a calendar keeps of a session. */
export type CalendarSession = {
  slug: string;
  title: string;
  summary: string;
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
};

/** One entry of a calendar: a session, under the name by which calendars recognise it when it comes again. */
export type CalendarEntry = {
  session: CalendarSession;
  /** Name of what the entry stands for, a session or one person's seat; the same each time it comes. */
  id: string;
  /** Grows at each change that calendars must learn (RFC 5546 §2.1.4). */
  sequence: number;
  /** Whether it stands for a person's seat, or only for the session. */
  registered: boolean;
};

const MINUTE_MS = 60_000;
const PRODUCT = { company: "Innovation territoriale", product: "Portail", language: "FR" };

/** When a session ends. */
export const endOf = ({ startsAt, durationMinutes }: Pick<CalendarSession, "startsAt" | "durationMinutes">): Date =>
  new Date(startsAt.getTime() + durationMinutes * MINUTE_MS);

/** The sentence that stands for a place: the room's own address never enters a calendar. */
export const PLACE = "En ligne";

/** What an entry says below its title. The room's address is not in it: it may change until the session begins. */
export function describeSession(session: CalendarSession, registered: boolean, siteUrl: string): string {
  const page = absolute(siteUrl, paths.webinar(session.slug));
  const next = registered
    ? `Le lien de connexion est envoyé par courriel avant la séance.\nPrésentation\u00A0: ${page}`
    : `Présentation et inscription\u00A0: ${page}`;
  return `${session.summary}\n\n${next}`;
}

function calendar(
  method: ICalCalendarMethod,
  { session, id, sequence, registered }: CalendarEntry,
  options: { siteUrl: string; at: Date; people?: Invitation; cancelled: boolean },
): string {
  const file = ical({ prodId: PRODUCT, method });
  file.createEvent({
    id: `${id}@${new URL(options.siteUrl).hostname}`,
    sequence,
    stamp: options.at,
    // UTC instants without a zone: a named zone would be read by each calendar in its own way.
    start: session.startsAt,
    end: endOf(session),
    summary: session.title,
    description: describeSession(session, registered, options.siteUrl),
    location: PLACE,
    url: absolute(options.siteUrl, paths.webinar(session.slug)),
    status: options.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(options.people && {
      organizer: { name: options.people.organizer.name, email: options.people.organizer.address },
      attendees: [
        {
          email: options.people.attendee,
          role: ICalAttendeeRole.REQ,
          status: options.cancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
    }),
  });
  // The library leaves out the end of the last line, which RFC 5545 §3.1 wants.
  return `${file.toString()}\r\n`;
}

/** Who invites whom: the mailbox that really sends, and the person registered. */
export type Invitation = { organizer: { name: string; address: string }; attendee: string };

/**
 * The entry as a file that anyone may fetch: no person in it (METHOD:PUBLISH).
 * @param at instant of writing
 */
export function publishedCalendar(entry: CalendarEntry, siteUrl: string, at: Date): string {
  const cancelled = entry.session.cancelledAt !== null;
  return calendar(ICalCalendarMethod.PUBLISH, entry, { siteUrl, at, cancelled });
}

/**
 * The entry as an invitation sent to one person, or its withdrawal: same identifier, higher sequence (RFC 5546, RFC 6047).
 * @param at instant of writing
 */
export function invitation(
  method: "REQUEST" | "CANCEL",
  entry: CalendarEntry,
  people: Invitation,
  siteUrl: string,
  at: Date,
): string {
  return calendar(ICalCalendarMethod[method], entry, { siteUrl, at, people, cancelled: method === "CANCEL" });
}

/** The headers of a calendar file. @param slug names the file */
export const calendarHeaders = (slug: string): Record<string, string> => ({
  "Content-Type": "text/calendar; charset=utf-8",
  "Content-Disposition": `attachment; filename="webinaire-${slug}.ics"`,
});
