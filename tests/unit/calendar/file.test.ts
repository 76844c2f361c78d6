import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import {
  type CalendarEntry,
  calendarFeed,
  calendarHeaders,
  invitation,
  programme,
  publishedCalendar,
} from "#lib/calendar/file";
import { french } from "#lib/platform/text";
import { AT } from "#tests/support/clock";

const SITE = "https://portail.example:8443";
const session = {
  slug: "evaluer-2027",
  title: "Évaluer, c’est « apprendre » ; et après ?",
  summary: "Une séance\nsur l’évaluation, avec une très longue présentation pleine d’accents : éèêëàâîïôûüç.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  cancelledAt: null,
};
const entry: CalendarEntry = { webinar: session, id: "0190-abc", sequence: 2, registered: true };
const people = {
  organizer: { name: 'Le "portail", ici', address: "portail@exemple.fr" },
  attendee: "elodie@exemple.fr",
};

const inSummer = { ...entry, webinar: { ...session, startsAt: new Date("2027-07-15T11:00:00Z") } };

const parsed = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("no event");
  return { calendar, event: new ICAL.Event(event), component: event };
};

const files = {
  published: publishedCalendar([entry], SITE, AT),
  request: invitation("REQUEST", entry, people, SITE, AT),
  cancel: invitation("CANCEL", { ...entry, sequence: 3 }, people, SITE, AT),
  programme: programme([entry], people.organizer, SITE, AT),
  feed: calendarFeed([entry], { name: "Le programme", url: `${SITE}/webinaires.ics` }, SITE, AT),
};

test("what is put into a calendar reminds an hour before; what is followed, or taken back, does not", () => {
  const alarms = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      parsed(file)
        .component.getAllSubcomponents("valarm")
        .map((alarm) => [alarm.getFirstPropertyValue("action"), String(alarm.getFirstPropertyValue("trigger"))]),
    ]),
  );
  const hourBefore = [["DISPLAY", "-PT1H"]];
  expect(alarms).toEqual({
    published: hourBefore,
    request: hourBefore,
    cancel: [],
    programme: hourBefore,
    feed: [],
  });
});

describe.each(Object.entries(files))("%s", (_, file) => {
  test("ends every line with CRLF and folds it within 75 octets", () => {
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("says instants in UTC and names no zone", () => {
    expect(file).toMatch(/^DTSTART:20270121T120000Z\r$/m);
    expect(file).toMatch(/^DTEND:20270121T130000Z\r$/m);
    expect(file).toMatch(/^DTSTAMP:20270111T090000Z\r$/m);
    expect(file).not.toMatch(/TZID|VTIMEZONE/);
  });

  test("reads back as it was written", () => {
    const { event } = parsed(file);
    expect(event.summary).toBe(french(session.title));
    expect(event.uid).toBe("0190-abc@portail.example");
    expect(event.description).toContain(session.summary);
    expect(event.description).toContain("https://portail.example:8443/webinaires/evaluer-2027");
  });
});

test.each([
  ["a?b=c&d+e@exemple.fr", "a%3Fb%3Dc%26d+e@exemple.fr"],
  ["a/b#c%d@exemple.fr", "a%2Fb%23c%25d@exemple.fr"],
  ["{a|b}^`@exemple.fr", "%7Ba%7Cb%7D%5E%60@exemple.fr"],
  ["o'brien!$*~@exemple.fr", "o'brien!$*~@exemple.fr"],
  ["élodie@exemple.fr", "%C3%A9lodie@exemple.fr"],
])("an address is written as a URI where it would be read as one (RFC 6068): %s", (attendee, uri) => {
  const file = invitation("REQUEST", entry, { ...people, attendee }, SITE, AT).replaceAll("\r\n ", "");
  expect(file).toContain(`:MAILTO:${uri}\r\n`);
  expect(decodeURIComponent(uri)).toBe(attendee);
});

describe("in winter and in summer, 13:00 in Paris is its own instant", () => {
  test.each([
    [entry, "20270121T120000Z"],
    [inSummer, "20270715T110000Z"],
  ])("%#", (one, start) => {
    expect(publishedCalendar([one], SITE, AT)).toContain(`DTSTART:${start}\r\n`);
  });
});

describe("what anyone may fetch", () => {
  test("names nobody", () => {
    expect(files.published).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i);
    expect(parsed(files.published).calendar.getFirstPropertyValue("method")).toBeNull();
  });

  test("says that a session is cancelled", () => {
    const cancelled = { ...entry, webinar: { ...session, cancelledAt: AT } };
    expect(publishedCalendar([cancelled], SITE, AT)).toContain("STATUS:CANCELLED\r\n");
    expect(files.published).toContain("STATUS:CONFIRMED\r\n");
  });

  test("invites to register those who have not", () => {
    const { event } = parsed(publishedCalendar([{ ...entry, registered: false }], SITE, AT));
    expect(event.description).toContain("Présentation et inscription");
  });
});

describe("what one person is sent", () => {
  test("an invitation between the mailbox that sends and that person only", () => {
    const { calendar, component } = parsed(files.request);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(component.getAllProperties("attendee").map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      "mailto:elodie@exemple.fr",
    ]);
    expect(component.getFirstPropertyValue("organizer")).toBe("mailto:portail@exemple.fr");
  });

  test("a withdrawal of the same entry, with a higher sequence", () => {
    const [request, cancel] = [parsed(files.request), parsed(files.cancel)];
    expect(cancel.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancel.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(cancel.event.uid).toBe(request.event.uid);
    expect(cancel.event.sequence).toBeGreaterThan(request.event.sequence);
  });
});

test("the file is offered under a name of its own", () => {
  expect(calendarHeaders("evaluer-2027")).toEqual({
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'attachment; filename="webinaire-evaluer-2027.ics"',
  });
});

describe("several sessions in one file", () => {
  const second = { ...entry, id: "0190-def", sequence: 5, webinar: { ...session, cancelledAt: AT } };
  const events = (file: string) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");

  test("the seats of one person: who organises, no attendee, each under its own name", () => {
    const file = programme([entry, second], people.organizer, SITE, AT);
    expect(parsed(file).calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(file).not.toContain("ATTENDEE");
    expect(events(file).map((one) => one.getFirstPropertyValue("organizer"))).toEqual([
      "mailto:portail@exemple.fr",
      "mailto:portail@exemple.fr",
    ]);
    expect(events(file).map((one) => one.getFirstPropertyValue("uid"))).toEqual([
      "0190-abc@portail.example",
      "0190-def@portail.example",
    ]);
    expect(events(file).map((one) => one.getFirstPropertyValue("sequence"))).toEqual([2, 5]);
  });

  test("a calendar to subscribe to: its name, its address, when to read it again, what is cancelled", () => {
    const url = `${SITE}/webinaires.ics`;
    const file = calendarFeed([{ ...entry, registered: false }, second], { name: "Le programme", url }, SITE, AT);
    const calendar = new ICAL.Component(ICAL.parse(file));
    expect(calendar.getFirstPropertyValue("method")).toBeNull();
    expect(events(file).map((one) => one.getFirstPropertyValue("transp"))).toEqual(["TRANSPARENT", "OPAQUE"]);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Le programme");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT12H");
    expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT12H");
    expect(calendar.getFirstPropertyValue("source")).toBe(url);
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i);
    expect(events(file).map((one) => one.getFirstPropertyValue("status"))).toEqual(["CONFIRMED", "CANCELLED"]);
    expect(calendarFeed([], { name: "Vide", url }, SITE, AT)).toContain("END:VCALENDAR\r\n");
  });
});

test("what names a method names an organiser, what is fetched names neither", () => {
  for (const file of Object.values(files)) expect(/^METHOD:/m.test(file)).toBe(/^ORGANIZER/m.test(file));
  expect(files.published).not.toMatch(/^METHOD/m);
});

test("that refusing in a calendar frees no seat is said until somebody reads what calendars answer", () => {
  const said = (file: string) => parsed(file).event.description;
  const read = invitation("REQUEST", entry, { ...people, repliesAreRead: true }, SITE, AT);
  expect(said(files.request)).toContain("Refuser dans l’agenda ne libère pas la place");
  expect(said(programme([entry], people.organizer, SITE, AT))).toContain("Refuser dans l’agenda");
  expect(said(read)).not.toContain("Refuser");
  expect(said(publishedCalendar([{ ...entry, registered: false }], SITE, AT))).not.toContain("Refuser");
});

test("whoever has a seat is told where the link to the room is, and the room is never named", () => {
  const { event } = parsed(files.request);
  expect(event.description).toContain("Le lien de connexion est dans les messages que vous recevez");
  expect(event.location).toBe("En ligne");
});
