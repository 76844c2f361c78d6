import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { endsAt } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export type CalendarEvent = {
  slug: string;
  title: string;
  summary: string;
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
};

/** One entry of a calendar: a session, under the name by which calendars recognise it when it comes again. */
export type CalendarEntry = {
  webinar: CalendarEvent;
  /** Name of what the entry stands for, a session or one person's seat; the same each time it comes. */
  id: string;
  /** Grows at each change that calendars must learn (RFC 5546 §2.1.4). */
  sequence: number;
  registered: boolean;
  /** Announced, and not confirmed yet. */
  tentative?: boolean;
  cancelled?: boolean;
};

const FEED_TTL_SECONDS = 12 * 3600;
const ALARM_SECONDS = 3600;
const PRODUCT = { company: "Innovation territoriale", product: "Portail", language: "FR" };

/** The sentence that stands for a place: the room's own address never enters a calendar. */
export const PLACE = "En ligne";

const TENTATIVE = "Séance annoncée, à confirmer\u00A0: la date et le sujet peuvent encore changer.";

const REFUSAL =
  "Refuser dans l’agenda ne libère pas la place\u00A0: annulez depuis votre page personnelle, elle servira à une autre personne.";

/** What an entry says below its title. The room's address is not in it: it may change until the session begins. */
export function describeEvent(
  { slug, summary, tentative }: Pick<CalendarEvent, "slug" | "summary"> & Pick<CalendarEntry, "tentative">,
  registered: boolean,
  siteUrl: string,
  repliesAreRead = false,
): string {
  const page = absolute(siteUrl, paths.webinar(slug));
  const about = tentative ? `${TENTATIVE}\n\n${summary}` : summary;
  if (!registered) return `${about}\n\nPrésentation et inscription\u00A0: ${page}`;
  const room = "Le lien de connexion est dans les messages que vous recevez, et sur votre page personnelle.";
  const refusal = repliesAreRead ? "" : `\n${REFUSAL}`;
  return `${about}\n\n${room}${refusal}\nPrésentation\u00A0: ${page}`;
}

export type Organizer = { name: string; address: string };

export type Invitation = {
  organizer: Organizer;
  attendee: string;
  repliesAreRead?: boolean;
};

type Writing = {
  siteUrl: string;
  /** DTSTAMP. */
  at: Date;
  organizer?: Organizer;
  attendee?: string;
  repliesAreRead?: boolean;
  /** What somebody put into their calendar reminds them; what they follow leaves them in peace. */
  reminds: boolean;
};

/** An address as a URI says it (RFC 6068 §2). */
const mailbox = (address: string): string => encodeURI(address).replace(/[/?#&;=]/g, encodeURIComponent);

function addEntry(
  file: ICalCalendar,
  { webinar, id, sequence, registered, tentative }: CalendarEntry,
  { siteUrl, at, organizer, attendee, repliesAreRead, reminds }: Writing,
  cancelled: boolean,
): void {
  const attending = cancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED;
  const status = tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  file.createEvent({
    id: `${id}@${new URL(siteUrl).hostname}`,
    sequence,
    stamp: at,
    // UTC instants without a zone: a named zone would be read by each calendar in its own way.
    start: webinar.startsAt,
    end: endsAt(webinar),
    summary: french(webinar.title),
    description: describeEvent({ ...webinar, tentative }, registered, siteUrl, repliesAreRead),
    location: PLACE,
    url: absolute(siteUrl, paths.webinar(webinar.slug)),
    // Nobody is busy for a session that they only know of.
    transparency: registered ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    status: cancelled ? ICalEventStatus.CANCELLED : status,
    ...(reminds && !cancelled && { alarms: [{ type: ICalAlarmType.display, triggerBefore: ALARM_SECONDS }] }),
    ...(organizer && { organizer: { name: organizer.name, email: organizer.address } }),
    ...(attendee && {
      attendees: [
        { email: attendee, mailto: mailbox(attendee), role: ICalAttendeeRole.REQ, status: attending, rsvp: false },
      ],
    }),
  });
}

/** The library leaves out the end of the last line, which RFC 5545 §3.1 wants. */
const written = (file: ICalCalendar): string => `${file.toString()}\r\n`;

function publication(entries: readonly CalendarEntry[], writing: Writing, feed?: Feed): string {
  const file = ical({
    prodId: PRODUCT,
    // A method asks for an organiser (RFC 5546 §3.2.1): what is fetched is no message, and has neither.
    ...(writing.organizer && { method: ICalCalendarMethod.PUBLISH }),
    ...(feed && { name: feed.name, url: feed.url, source: feed.url, ttl: FEED_TTL_SECONDS }),
  });
  for (const entry of entries) addEntry(file, entry, writing, entry.cancelled || entry.webinar.cancelledAt !== null);
  return written(file);
}

/** For anyone: no person in it. */
export const publishedCalendar = (entries: readonly CalendarEntry[], siteUrl: string, at: Date): string =>
  publication(entries, { siteUrl, at, reminds: true });

export type Feed = { name: string; url: string };

/** @param at that of the last change, so that an unchanged calendar is the same file */
export const calendarFeed = (entries: readonly CalendarEntry[], feed: Feed, siteUrl: string, at: Date): string =>
  publication(entries, { siteUrl, at, reminds: false }, feed);

/** A REQUEST may not hold several UIDs (RFC 5546 §3.2.2): these are published, under names that each moves by. */
export const programme = (
  entries: readonly CalendarEntry[],
  organizer: Organizer,
  siteUrl: string,
  at: Date,
  repliesAreRead = false,
): string => publication(entries, { siteUrl, at, organizer, repliesAreRead, reminds: true });

/** Sent to one person, or its withdrawal: same identifier, higher sequence (RFC 5546, RFC 6047). */
export function invitation(
  method: "REQUEST" | "CANCEL",
  entry: CalendarEntry,
  { organizer, attendee, repliesAreRead }: Invitation,
  siteUrl: string,
  at: Date,
): string {
  const file = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  addEntry(file, entry, { siteUrl, at, organizer, attendee, repliesAreRead, reminds: true }, method === "CANCEL");
  return written(file);
}

/** The headers of a calendar to subscribe to: it is read in place, never downloaded. */
export const feedHeaders = { "Content-Type": "text/calendar; charset=utf-8" } as const;

export const calendarHeaders = (slug: string): Record<string, string> => ({
  ...feedHeaders,
  "Content-Disposition": `attachment; filename="webinaire-${slug}.ics"`,
});
