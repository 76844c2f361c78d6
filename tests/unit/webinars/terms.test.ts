import { describe, expect, test } from "vitest";
import { webinarWords } from "#lib/webinars/labels";
import { webinarEdit } from "#lib/webinars/schema";
import { agreementLabel, consequenceWords, dateDoubts, withdrawalWords } from "#lib/webinars/terms/labels";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";

const NBSP = "\u00A0";

describe("what saving a change will do to the people registered", () => {
  const nobody = { recipients: 0, waiting: 0, given: 0, offered: 0, withdrawn: 0 };
  test.each([
    ["moved", { recipients: 148 }, `148${NBSP}personnes recevront une mise à jour d’agenda.`],
    ["moved", { recipients: 1 }, `1${NBSP}personne recevra une mise à jour d’agenda.`],
    [
      "moved",
      { recipients: 148, waiting: 3 },
      `148${NBSP}personnes recevront une mise à jour d’agenda, et 3${NBSP}personnes en attente seront prévenues.`,
    ],
    [
      "moved",
      { recipients: 2, waiting: 3, given: 1 },
      `2${NBSP}personnes recevront une mise à jour d’agenda, 3${NBSP}personnes en attente seront prévenues, et 1${NBSP}personne en attente recevra une place.`,
    ],
    ["moved", { waiting: 1 }, `1${NBSP}personne en attente sera prévenue.`],
    ["cancelled", { recipients: 2 }, `2${NBSP}personnes apprendront l’annulation, et leur agenda effacera la séance.`],
    [
      "reopened",
      { recipients: 2, waiting: 3, offered: 1 },
      `2${NBSP}personnes recevront une nouvelle confirmation, 3${NBSP}personnes en attente seront prévenues, et une place sera proposée à 1${NBSP}personne en attente.`,
    ],
    ["resized", { waiting: 2, given: 2 }, `2${NBSP}personnes en attente recevront une place.`],
    ["resized", { waiting: 1, withdrawn: 1 }, `1${NBSP}personne perdra la place qui lui était proposée.`],
  ] as const)("%s, %o", (kind, counts, words) => {
    expect(consequenceWords({ kind, ...nobody, ...counts })).toBe(words);
  });

  test("the button counts everyone who will be written to", () => {
    expect(agreementLabel({ kind: "moved", ...nobody, recipients: 147, waiting: 1 })).toBe(
      `Enregistrer et prévenir 148${NBSP}personnes`,
    );
    expect(agreementLabel({ kind: "resized", ...nobody, waiting: 1, given: 1 })).toBe(
      `Enregistrer et prévenir 1${NBSP}personne`,
    );
  });
});

test("a session in a line says how full it is and who waits", () => {
  const session = {
    startsAt: new Date("2027-01-21T12:00:00Z"),
    durationMinutes: 60,
    cancelledAt: null,
    linkOnly: false,
  };
  expect(webinarWords({ ...session, capacity: 20, taken: 20, waiting: 3 })).toBe(
    `jeudi 21 janvier 2027, 13${NBSP}h\u202F–\u2060\u202F14${NBSP}h · 20${NBSP}inscrits pour 20${NBSP}places · 3 en attente`,
  );
});

describe("the edit form of a webinar", () => {
  const typed = {
    slug: "seance",
    source: "Les tests",
    confidence: "documented",
    cycleId: "0198f000-0000-7000-8000-000000000001",
    title: "Une séance",
    summary: "On y parle.",
    body: "Le déroulé.",
    startsAt: "2027-01-21T13:00",
    durationMinutes: "60",
  };
  const errors = (change: Record<string, string>) =>
    Object.fromEntries(
      (webinarEdit.safeParse({ ...typed, ...change }).error?.issues ?? []).map(({ path, message }) => [
        path.join("."),
        message,
      ]),
    );

  test.each([
    ["2027-03-28T02:30", "n’existe pas à Paris à cause du changement d’heure"],
    ["2026-10-25T02:30", "existe deux fois à Paris à cause du changement d’heure"],
    ["2027-02-30T13:00", "Indiquez la date et l’heure de Paris."],
  ])("says what is wrong with %s", (startsAt, words) => {
    expect(errors({ startsAt })).toEqual({ startsAt: expect.stringContaining(words) });
  });

  test("does not publish a replay that has no address", () => {
    expect(errors({ replayPublished: "on" })).toEqual({
      replayUrl: "Indiquez l’adresse de l’enregistrement avant de le publier.",
    });
    expect(errors({ replayPublished: "on", replayUrl: "https://video.example/1" })).toEqual({});
  });

  test("asks for the words of each document", () => {
    expect(Object.keys(errors({ documents: "https://exemple.fr/diapos.pdf" }))).toEqual(["documents.0.label"]);
  });
});

describe("what taking a session off the site does to the people registered", () => {
  const session = { startsAt: later(DAY), durationMinutes: 60, cancelled: false };

  test("they hear nothing more, unless the session is cancelled", () => {
    expect(withdrawalWords(session, 3, AT)).toBe(
      `3${NBSP}personnes comptent sur cette séance. Elles n’en sauront rien et ne recevront plus de rappel${NBSP}: pour les prévenir, annulez d’abord la séance, sous «\u202FDéroulement\u202F».`,
    );
    expect(withdrawalWords(session, 1, AT)).toMatch(/^1\u00A0personne compte sur cette séance\. Elle n’en saura rien/);
  });

  test("once it is over, what was to follow does not", () => {
    const over = { ...session, startsAt: later(-DAY) };
    expect(withdrawalWords(over, 3, AT)).toBe(
      `Les 3${NBSP}personnes inscrites ne recevront ni le lien vers l’enregistrement ni le questionnaire qui ne sont pas encore partis.`,
    );
    expect(withdrawalWords({ ...session, startsAt: later(-40 * DAY) }, 3, AT)).toBeNull();
  });

  test("nothing is said when nobody is concerned", () => {
    expect(withdrawalWords(session, 0, AT)).toBeNull();
    expect(withdrawalWords({ ...session, cancelled: true }, 3, AT)).toBeNull();
  });
});

describe("a date that looks wrong", () => {
  const terms = { startsAt: later(10 * DAY), durationMinutes: 60, cancelled: false, capacity: null };
  const to = (startsAt: Date) => ({ ...terms, startsAt });
  const doubts = (before: typeof terms | null, after: typeof terms, unusual: string[] = []) =>
    dateDoubts({ before, after }, unusual, AT).map((sentence) => sentence.split("\u00A0:")[0]);

  test.each([
    ["made in the past", null, to(later(-DAY)), "Cette date est passée"],
    ["moved into the past", terms, to(later(-DAY)), "Cette date est passée"],
    ["moved to this instant", terms, to(AT), "Cette date est passée"],
    ["reopened once it is past", { ...to(later(-HOUR)), cancelled: true }, to(later(HOUR)), undefined],
    [
      "called off half an hour ahead",
      to(later(30 * MINUTE)),
      { ...to(later(30 * MINUTE)), cancelled: true },
      "La séance commence dans moins d’une heure",
    ],
    ["called off a day ahead", to(later(DAY)), { ...to(later(DAY)), cancelled: true }, undefined],
    ["moved an hour ahead", terms, to(later(HOUR)), undefined],
    ["corrected within the past", to(later(-2 * DAY)), to(later(-DAY)), undefined],
    ["kept", terms, terms, undefined],
  ] as const)("is said of a session %s", (_, before, after, sentence) => {
    expect(doubts(before, after)[0]).toBe(sentence);
  });

  test("less than an hour ahead, and an unusual day, are said together", () => {
    const near = to(later(59 * MINUTE));
    expect(doubts(terms, near, ["un samedi", "férié (Noël)"])).toHaveLength(2);
    expect(dateDoubts({ before: null, after: near }, ["un samedi", "férié (Noël)"], AT).at(-1)).toMatch(
      /un samedi\u202F; férié \(Noël\)\.$/,
    );
    expect(doubts({ ...near, cancelled: true }, near)[0]).toContain("moins d’une heure");
    expect(doubts(terms, terms, ["un samedi"])).toEqual([]);
  });
});
