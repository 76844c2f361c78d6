import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AfterSession } from "#components/webinars/after-session";
import { RegistrationPlace } from "#components/webinars/registration-place";
import { WebinarCard } from "#components/webinars/webinar-card";
import { WebinarFacts } from "#components/webinars/webinar-facts";
import { webinarJsonLd } from "#components/webinars/webinar-json-ld";
import { WebinarProgramme } from "#components/webinars/webinar-programme";
import type { WebinarDetail } from "#lib/webinars/schema";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";

const webinar: WebinarDetail = {
  id: "0197",
  slug: "qualifier-l-innovation-2019",
  title: "Qualifier l’innovation",
  summary: "Une heure.",
  body: "Texte.",
  startsAt: later(DAY),
  durationMinutes: 60,
  provisional: false,
  cancelledAt: null,
  need: { slug: "qualifier-l-innovation", title: "Qualifier l’innovation", position: 1 },
  capacity: null,
  taken: 0,
  waiting: 0,
  confidence: "documented",
  speakers: [],
  previousStartsAt: null,
  replayUrl: null,
  replayPublishedAt: null,
  transcript: "",
  documents: [],
  sequence: 0,
  cycle: { slug: "2019", title: "Cycle 2019" },
  source: "Les tests",
  updatedAt: AT,
};
const full = { ...webinar, capacity: 10, taken: 10 };
const cancelled = { ...webinar, cancelledAt: AT };
const past = { ...webinar, startsAt: later(-DAY) };
const running = { ...webinar, startsAt: later(-MINUTE) };

const place = (session: WebinarDetail) =>
  renderToStaticMarkup(
    <RegistrationPlace webinar={session} at={AT}>
      <form />
    </RegistrationPlace>,
  );

describe("the place where one registers", () => {
  test("shows the form when a seat can be asked for", () => {
    expect(place(webinar)).toContain("<form>");
    expect(place({ ...webinar, capacity: 10, taken: 9 })).toContain("1\u00A0place");
  });

  test.each([
    [0, "vous y serez en première position"],
    [1, "1\u00A0personne attend déjà"],
    [1200, "1\u202F200\u00A0personnes attendent déjà"],
  ])("shows it for the waiting list of a full session, and says how many wait: %i", (waiting, words) => {
    const html = place({ ...full, waiting });
    expect(html).toContain("<form>");
    expect(html).toContain("Toutes les places sont prises.");
    expect(html).toContain(words);
  });

  test.each([
    ["cancelled", cancelled, "Cette séance est annulée."],
    ["running", running, "La séance est en cours."],
    ["cancelled long ago", { ...past, cancelledAt: AT }, "Cette séance est annulée."],
  ])("says why there is none: %s", (_, session, sentence) => {
    expect(place(session)).toContain(sentence);
    expect(place(session)).not.toContain("<form>");
  });
});

describe("what a session leaves", () => {
  const left = (session: WebinarDetail) => renderToStaticMarkup(<AfterSession webinar={session} />);

  test("leads to the recording when there is one, and says when there is none", () => {
    const html = left({ ...past, replayUrl: "https://exemple.fr/video" });
    expect(html).toContain('href="https://exemple.fr/video"');
    expect(html).not.toContain("Aucun enregistrement");
    expect(left(past)).toContain("Aucun enregistrement public à ce jour.");
  });
});

test("a past session does not promise seats", () => {
  const html = renderToStaticMarkup(<WebinarFacts webinar={past} at={AT} />);
  expect(html).not.toContain("Places");
  expect(html).toContain("Aucun nom retrouvé.");
});

test("a card says the hour of Paris to people and its offset to machines", () => {
  const html = renderToStaticMarkup(
    <WebinarCard webinar={{ ...webinar, startsAt: new Date("2019-07-18T11:00:00Z") }} at={AT} />,
  );
  expect(html).toContain('dateTime="2019-07-18T13:00+02:00"');
  expect(html).toContain("jeudi 18 juillet 2019");
  expect(html).toContain("13\u00A0h");
});

test.each([
  ["few seats", { ...webinar, capacity: 10, taken: 7 }, "3\u00A0places restantes"],
  ["plenty of seats", { ...webinar, capacity: 500, taken: 7 }, "Inscriptions ouvertes"],
  ["a provisional programme", { ...webinar, provisional: true }, "Programme prévisionnel"],
  ["a cancelled session", cancelled, "Annulé"],
  ["a past session", past, "Passé"],
])("a card tells %s", (_, session, words) => {
  expect(renderToStaticMarkup(<WebinarCard webinar={session} at={AT} />)).toContain(words);
});

test("a programme shows what comes before what is past, and hides neither", () => {
  const html = renderToStaticMarkup(<WebinarProgramme webinars={[past, webinar]} year={2027} at={AT} />);
  expect(html.indexOf("À venir en 2027")).toBeLessThan(html.indexOf("Séances passées de 2027"));
  expect(html.match(/<h3/g)).toHaveLength(2);
});

describe("the event of search engines", () => {
  const event = (session: WebinarDetail) => webinarJsonLd(session, "https://portail.example", AT);

  test("happens online, for free, in Paris time", () => {
    expect(event({ ...webinar, startsAt: new Date("2027-01-21T12:00:00Z") })).toMatchObject({
      startDate: "2027-01-21T13:00:00+01:00",
      endDate: "2027-01-21T14:00:00+01:00",
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      location: { "@type": "VirtualLocation" },
      offers: { price: 0, availability: "https://schema.org/InStock" },
    });
  });

  test("is sold out when it is full, and offers nothing once past or cancelled", () => {
    expect(event(full)).toHaveProperty("offers.availability", "https://schema.org/SoldOut");
    expect(event(past)).not.toHaveProperty("offers");
    expect(event(cancelled)).not.toHaveProperty("offers");
    expect(event(cancelled)).toHaveProperty("eventStatus", "https://schema.org/EventCancelled");
  });

  test("names no organiser for a programme that nobody announced", () => {
    expect(event(webinar)).toHaveProperty("organizer");
    expect(event({ ...webinar, provisional: true })).not.toHaveProperty("organizer");
  });
});
