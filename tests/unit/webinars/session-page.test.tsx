import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AfterWebinar } from "#components/webinars/after-webinar";
import { CalendarSubscription } from "#components/webinars/calendar-subscription";
import { NextSession } from "#components/webinars/next-session";
import { NextWebinar } from "#components/webinars/next-webinar";
import { OverseasHours } from "#components/webinars/overseas-hours";
import { RegistrationPlace } from "#components/webinars/registration-place";
import { WebinarCard } from "#components/webinars/webinar-card";
import { WebinarFacts } from "#components/webinars/webinar-facts";
import { WebinarHeader } from "#components/webinars/webinar-header";
import { webinarJsonLd } from "#components/webinars/webinar-json-ld";
import { WebinarProgramme } from "#components/webinars/webinar-programme";
import { yearInParis } from "#lib/platform/dates";
import { replayQuery } from "#lib/webinars/replay/schema";
import type { WebinarDetail } from "#lib/webinars/schema";
import { readTranscript } from "#lib/webinars/transcript/queries";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { webinarDetail } from "#tests/support/views";

const webinar = webinarDetail({
  slug: "qualifier-l-innovation-2019",
  title: "Qualifier l’innovation",
  startsAt: later(DAY),
  capacity: null,
  speakers: [],
});
const full = { ...webinar, capacity: 10, full: true, seatsCounted: 10 };
const cancelled = { ...webinar, cancelledAt: AT };
const past = { ...webinar, startsAt: later(-DAY) };
const running = { ...webinar, startsAt: later(-MINUTE) };

const place = (session: WebinarDetail) =>
  renderToStaticMarkup(
    <RegistrationPlace webinar={session} at={AT}>
      <form />
    </RegistrationPlace>,
  );

describe("the next session that a need leads to", () => {
  const session = { ...webinar, startsAt: new Date("2027-01-21T12:00:00Z") };
  const forecast = { ...session, provisional: true, confidence: "to_confirm" as const };

  test.each([
    ["is open", session, "Inscrivez-vous à la prochaine séance"],
    [
      "is full",
      { ...session, capacity: 1, full: true },
      "Rejoignez la liste d’attente de la prochaine séance, complète",
    ],
    ["is not confirmed", forecast, "Voyez la prochaine séance, annoncée et à confirmer"],
    [
      "is not confirmed and full",
      { ...forecast, capacity: 1, full: true },
      "Voyez la prochaine séance, annoncée et à confirmer",
    ],
  ])("that %s", (_, next, words) => {
    expect(renderToStaticMarkup(<NextSession webinar={next} at={AT} />)).toBe(
      `<p class="mb-4 font-semibold"><a href="/webinaires/qualifier-l-innovation-2019#inscription">${words}\u00A0: jeudi 21 janvier 2027, 13\u00A0h</a></p>`,
    );
  });

  test("that is not announced, and where the programme stands", () => {
    const markup = renderToStaticMarkup(<NextSession webinar={undefined} at={AT} />);
    expect(markup).toContain("Aucune séance n’est annoncée sur ce besoin");
    expect(markup).toContain('href="/webinaires"');
  });
});

describe("the place where one registers", () => {
  test("shows the form when a seat can be asked for", () => {
    expect(place(webinar)).toContain("<form>");
  });

  // Whoever types an address would see a count move, or stay, and learn whether it was registered: it is that of last night.
  test.each([
    [{ capacity: 30, seatsCounted: 10 }, "Il reste quelques places\u00A0: la séance en compte 30."],
    [{ capacity: 30, seatsCounted: 5 }, "Il reste des places\u00A0: la séance en compte 30."],
    [{ capacity: 300, seatsCounted: 10 }, "Il reste des places\u00A0: la séance en compte 300."],
    [{ capacity: 10, seatsCounted: 10, full: true }, "Toutes les places sont prises."],
  ])("says in words what is left of %j", (session, words) => {
    const html = place({ ...webinar, ...session });
    expect(html).toContain("<form>");
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
  const left = (session: WebinarDetail, search: Record<string, string> = {}) =>
    renderToStaticMarkup(
      <AfterWebinar
        webinar={session}
        asked={replayQuery.parse(search)}
        transcript={session.transcript ? readTranscript(session.transcript, "") : null}
      />,
    );

  test("leads to the recording when there is one, and says when there is none", () => {
    const html = left({ ...past, replayUrl: "https://exemple.fr/video" });
    expect(html).toContain('href="https://exemple.fr/video"');
    expect(html).not.toContain("Aucun enregistrement");
    expect(left(past)).toContain("Aucun enregistrement public à ce jour.");
  });

  test("asks nothing of the site that holds the recording before a click", () => {
    const html = left({
      ...past,
      replayUrl: "https://www.youtube.com/watch?v=abcDEF_-123",
      transcript: "Bonjour à **tous**.",
    });
    expect(html).not.toMatch(/<(iframe|img|video|script|link|object|embed)\b|src=/);
    expect(html).toContain("Revoir la séance");
    expect(html).toContain("<strong>tous</strong>");
    expect(html).toContain('href="/webinaires/qualifier-l-innovation-2019?lecture=ici#revoir"');
  });

  test("shows the player to whoever asked for it, and leads elsewhere when there is none", () => {
    const filmed = { ...past, replayUrl: "https://www.youtube.com/watch?v=abcDEF_-123" };
    expect(left(filmed, { lecture: "ici" })).toContain(
      '<iframe src="https://www.youtube-nocookie.com/embed/abcDEF_-123"',
    );
    const elsewhere = left({ ...past, replayUrl: "https://tube.example/w/1" }, { lecture: "ici" });
    expect(elsewhere).not.toContain("<iframe");
    expect(elsewhere).toContain("sur tube.example (ouvre un autre site)");
  });

  test("keeps its documents", () => {
    const html = left({ ...past, documents: [{ url: "https://exemple.fr/diapos.pdf", label: "Le diaporama" }] });
    expect(html).toContain('href="https://exemple.fr/diapos.pdf"');
    expect(html).toContain("Le diaporama");
    expect(left(past)).not.toContain("documents de la séance");
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
  ["few seats", { ...webinar, capacity: 10, seatsCounted: 5 }, "Dernières places"],
  ["plenty of seats", { ...webinar, capacity: 500, seatsCounted: 5 }, "Inscriptions ouvertes"],
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

test("a long programme is cut, and says where the rest stands; a year is whole", () => {
  const many = Array.from({ length: 10 }, (_, rank) => ({ ...webinar, slug: `seance-${rank}` }));
  const drawn = (year: number | null) => renderToStaticMarkup(<WebinarProgramme webinars={many} year={year} at={AT} />);
  expect(drawn(null).match(/<li/g)).toHaveLength(9);
  expect(drawn(null)).toContain(`href="/webinaires?annee=${yearInParis(webinar.startsAt)}"`);
  expect(drawn(2027).match(/<li/g)).toHaveLength(10);
  expect(drawn(2027)).not.toContain("Toutes les séances");
});

describe("a session that moved", () => {
  const moved = {
    ...webinar,
    startsAt: new Date("2027-07-15T11:00:00Z"),
    previousStartsAt: new Date("2027-01-21T12:00:00Z"),
  };
  const header = (session: WebinarDetail) =>
    renderToStaticMarkup(<WebinarHeader webinar={session} lead={session.summary} at={AT} />);

  test("says from when to when, in Paris", () => {
    const words = header(moved).replace(/<[^>]+>/g, "");
    expect(words).toContain(
      "Séance déplacée du jeudi 21 janvier 2027, 13\u00A0h\u202F–\u2060\u202F14\u00A0h au jeudi 15 juillet 2027, 13\u00A0h\u202F–\u2060\u202F14\u00A0h (heure de\u00A0Paris).",
    );
  });

  test("says that it is today, and how to find one’s link, until it is over", () => {
    const today = { ...webinar, startsAt: later(HOUR) };
    expect(header(today)).toContain("C’est aujourd’hui");
    expect(header(today)).toContain('href="/inscriptions/retrouver"');
    for (const other of [webinar, { ...today, cancelledAt: AT }, { ...webinar, startsAt: later(-3 * HOUR) }])
      expect(header(other)).not.toContain("C’est aujourd’hui");
  });

  test("is silent about it when it never moved, was cancelled since, or is over", () => {
    for (const other of [{ previousStartsAt: null }, { cancelledAt: AT }, { startsAt: later(-DAY) }]) {
      expect(header({ ...moved, ...other })).not.toContain("déplacée");
    }
  });

  test("is rescheduled for search engines, unless it was cancelled since", () => {
    const event = (session: WebinarDetail) => webinarJsonLd(session, "https://portail.example", AT);
    expect(event(moved)).toMatchObject({
      eventStatus: "https://schema.org/EventRescheduled",
      previousStartDate: "2027-01-21T13:00:00+01:00",
      startDate: "2027-07-15T13:00:00+02:00",
    });
    expect(event({ ...moved, cancelledAt: AT })).not.toHaveProperty("previousStartDate");
    expect(event({ ...moved, cancelledAt: AT })).toHaveProperty("eventStatus", "https://schema.org/EventCancelled");
    expect(event(webinar)).toHaveProperty("eventStatus", "https://schema.org/EventScheduled");
  });
});

test("the hours of the overseas territories name the day when it is another one", () => {
  const html = renderToStaticMarkup(
    <OverseasHours webinar={{ startsAt: new Date("2027-01-21T12:00:00Z"), durationMinutes: 60 }} />,
  );
  const lines = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = ""]) => line.replace(/<[^>]+>/g, ""));
  expect(lines).toContain(
    "Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin\u00A0: 8\u00A0h\u202F–\u2060\u202F9\u00A0h",
  );
  expect(lines).toContain("Wallis-et-Futuna\u00A0: vendredi 22 janvier 2027, 0\u00A0h\u202F–\u2060\u202F1\u00A0h");
  expect(html).toContain("À quelle heure outre-mer");
});

describe("the calendar to subscribe to", () => {
  test("opens the reader's own calendar, and can be copied", () => {
    const html = renderToStaticMarkup(<CalendarSubscription siteUrl="https://portail.example" needSlug="un-besoin" />);
    expect(html).toContain('href="webcal://portail.example/webinaires.ics?besoin=un-besoin"');
    expect(html).toContain('href="/webinaires.ics?besoin=un-besoin"');
    expect(html).toContain("https://portail.example/webinaires.ics?besoin=un-besoin");
  });
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

describe("a session of a forecast programme", () => {
  const forecast = webinarDetail({ ...webinar, provisional: true, confidence: "to_confirm" });
  const drawn = (session: WebinarDetail) =>
    [
      renderToStaticMarkup(<WebinarCard webinar={session} at={AT} />),
      renderToStaticMarkup(<WebinarHeader webinar={session} lead={session.summary} at={AT} />),
      renderToStaticMarkup(<NextWebinar webinar={session} at={AT} />),
      place(session),
    ].join(" ");

  test("is announced, to be confirmed, and promises a message, not a session", () => {
    const html = drawn(forecast);
    for (const words of ["Annoncée, à confirmer", "Prévenez-moi", "Prochain webinaire annoncé", "<form>"])
      expect(html).toContain(words);
    expect(html).not.toContain("Inscriptions ouvertes");
    expect(webinarJsonLd(forecast, "https://portail.example", AT)).not.toHaveProperty("offers");
  });

  test.each([
    ["the team confirmed it", { confidence: "documented" }],
    ["the team confirmed the whole cycle", { provisional: false }],
  ] as const)("is open once %s", (_, confirmed) => {
    const html = drawn({ ...forecast, ...confirmed });
    expect(html).toContain("Inscriptions ouvertes");
    expect(html).not.toMatch(/Annoncée, à confirmer|Prévenez-moi/);
  });
});

describe("a session of the past", () => {
  const afterwards = (session: Partial<WebinarDetail>) =>
    renderToStaticMarkup(
      <AfterWebinar
        webinar={{ ...past, replayUrl: null, documents: [], ...session }}
        asked={replayQuery.parse({})}
        transcript={null}
      />,
    );

  test("that was only announced is not said to have taken place", () => {
    const html = afterwards({ confidence: "to_confirm" });
    expect(html).not.toContain("a eu lieu");
    expect(html).toContain("Nous n’avons retrouvé aucune trace de sa tenue.");
  });

  test.each([
    ["its holding is documented", { confidence: "documented" }],
    [
      "it left a document",
      { confidence: "to_confirm", documents: [{ label: "Support", url: "https://exemple.fr/a" }] },
    ],
  ] as const)("took place when %s", (_, trace) => {
    expect(afterwards({ ...trace, documents: "documents" in trace ? [...trace.documents] : [] })).toContain(
      "a eu lieu",
    );
  });
});

describe("the line of a year", () => {
  const line = (...webinars: WebinarDetail[]) =>
    renderToStaticMarkup(<WebinarProgramme webinars={webinars} year={2027} at={AT} />).replaceAll("\u00A0", " ");
  const forecast: WebinarDetail = { ...webinar, provisional: true, confidence: "to_confirm" };

  test("dates each session in Paris, and says the hour", () => {
    const html = line({ ...webinar, startsAt: new Date("2027-06-30T22:30:00Z") });
    expect(html).toContain('<time dateTime="2027-07-01T00:30+02:00" class="leaf "><b>1er</b> juil.</time>');
    expect(html).toContain("jeudi, 0 h 30");
  });

  test("says once that it is a forecast, and of each session when others are certain", () => {
    expect(line(forecast)).toContain("Programme prévisionnel");
    expect(line(forecast)).not.toContain("Annoncée, à confirmer");
    expect(line(forecast, webinar)).not.toContain("Programme prévisionnel");
    expect(line(forecast, webinar)).toContain("Annoncée, à confirmer");
  });

  test.each([
    ["open", webinar, "S’inscrire", "Inscriptions ouvertes"],
    ["full", { ...webinar, capacity: 1, full: true }, "Complet, liste d’attente", "S’inscrire"],
    ["cancelled", cancelled, "Annulé", "S’inscrire"],
    ["past", past, "past", "À revoir"],
    ["past and filmed", { ...past, hasReplay: true }, "À revoir", "S’inscrire"],
  ])("tells what one can do of a session that is %s", (_, session, said, unsaid) => {
    expect(line(session)).toContain(said);
    expect(line(session)).not.toContain(unsaid);
  });
});
