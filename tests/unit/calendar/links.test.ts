import { describe, expect, test } from "vitest";
import { googleCalendarUrl, outlookCalendarUrl } from "#lib/calendar/links";

const session = {
  slug: "evaluer-2027",
  title: "Évaluer & apprendre : 100 % utile ?",
  summary: "Une séance.",
  startsAt: new Date("2027-07-15T11:00:00Z"),
  durationMinutes: 90,
  cancelledAt: null,
};

const read = (address: string) => {
  const url = new URL(address);
  return { place: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) };
};

describe("links that fill in a calendar on the web", () => {
  test("Google", () => {
    expect(read(googleCalendarUrl(session, "Une séance\n& plus"))).toEqual({
      place: "https://calendar.google.com/calendar/render",
      query: {
        action: "TEMPLATE",
        text: session.title,
        dates: "20270715T110000Z/20270715T123000Z",
        details: "Une séance\n& plus",
        location: "En ligne",
      },
    });
  });

  test.each([
    ["office", "https://outlook.office.com/calendar/0/deeplink/compose"],
    ["live", "https://outlook.live.com/calendar/0/deeplink/compose"],
  ] as const)("Outlook, %s account", (account, place) => {
    expect(read(outlookCalendarUrl(account, session, "Une séance"))).toEqual({
      place,
      query: {
        path: "/calendar/action/compose",
        rru: "addevent",
        subject: session.title,
        startdt: "2027-07-15T11:00:00Z",
        enddt: "2027-07-15T12:30:00Z",
        body: "Une séance",
        location: "En ligne",
      },
    });
  });
});
