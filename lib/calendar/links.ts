import { type CalendarEvent, PLACE } from "#lib/calendar/file";
import { endsAt } from "#lib/platform/dates";

/** 2027-01-21T12:00:00Z, without the milliseconds that one calendar in two refuses. */
const utc = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`;
const compact = (instant: Date) => utc(instant).replace(/[-:]/g, "");

const address = (base: string, query: Record<string, string>) => `${base}?${new URLSearchParams(query)}`;

export const googleCalendarUrl = (webinar: CalendarEvent, description: string): string =>
  address("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: webinar.title,
    dates: `${compact(webinar.startsAt)}/${compact(endsAt(webinar))}`,
    details: description,
    location: PLACE,
  });

/** @param account « office » for an account given by an employer, « live » for a personal one */
export const outlookCalendarUrl = (account: "office" | "live", webinar: CalendarEvent, description: string): string =>
  address(`https://outlook.${account}.com/calendar/0/deeplink/compose`, {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: webinar.title,
    startdt: utc(webinar.startsAt),
    enddt: utc(endsAt(webinar)),
    body: description,
    location: PLACE,
  });
