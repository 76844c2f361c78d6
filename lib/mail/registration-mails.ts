import { type CalendarEntry, type Invitation, invitation } from "#lib/calendar/file";
import type { MailContent } from "#lib/mail/outbox";
import type { MailKind } from "#lib/mail/schema";
import { renderMail } from "#lib/mail/template";
import { mailTemplates } from "#lib/mail/templates";
import { formatDay, formatHours, formatShortDay } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** The calendar message that each kind carries, if it carries one. */
const CALENDAR_METHODS = {
  "registration-confirmed": "REQUEST",
  "registration-already": "REQUEST",
  "registration-cancelled": "CANCEL",
  "cancellation-to-confirm": null,
} satisfies Record<MailKind, "REQUEST" | "CANCEL" | null>;

const MAILBOX = /^(?:(?<name>[^<>]+)<(?<inside>[^<>]+)>|(?<bare>[^<>]+))$/;

/** MAIL_FROM as a name and the bare mailbox that sends. */
function organizer(from: string): Invitation["organizer"] {
  const { name = "", inside, bare = "" } = MAILBOX.exec(from)?.groups ?? {};
  return { name: name.trim(), address: (inside ?? bare).trim() };
}

/**
 * Writes a message about one registration: text, HTML and, where there is something to learn, its calendar part.
 * @param person.token of a link with the scope « owner »; absent when the message opens no personal page
 * @param at instant of writing
 */
export async function registrationMail(
  kind: MailKind,
  entry: CalendarEntry,
  person: { firstName: string; email: string; token?: string },
  at: Date,
): Promise<MailContent & { kind: MailKind; to: string }> {
  const { SITE_URL, MAIL_FROM } = env();
  const { session } = entry;
  const content = renderMail((await mailTemplates())[kind], {
    firstName: person.firstName,
    title: french(session.title),
    date: formatShortDay(session.startsAt),
    day: formatDay(session.startsAt),
    hours: formatHours(session.startsAt, session.durationMinutes),
    webinarUrl: absolute(SITE_URL, paths.webinar(session.slug)),
    programmeUrl: absolute(SITE_URL, paths.webinars()),
    ...(person.token && { personalUrl: absolute(SITE_URL, paths.registration(person.token)) }),
  });
  const method = CALENDAR_METHODS[kind];
  const people = { organizer: organizer(MAIL_FROM), attendee: person.email };
  const calendar = method && { method, content: invitation(method, entry, people, SITE_URL, at) };
  return { kind, to: person.email, ...content, ...(calendar && { calendar }) };
}
