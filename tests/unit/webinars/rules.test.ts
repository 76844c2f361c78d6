import { describe, expect, test } from "vitest";
import { timeCode } from "#lib/captions/moments/rules";
import { formatHours, inZone } from "#lib/platform/dates";
import { playerOf } from "#lib/webinars/replay/rules";
import {
  changeFingerprint,
  concernsCalendars,
  isMoved,
  isReplayPublic,
  overseasTimes,
  registrationState,
  replayBody,
  webinarState,
  yearInstants,
} from "#lib/webinars/rules";
import { momentWords, secondOf, withMoments } from "#lib/webinars/transcript/rules";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";

describe("registrationState", () => {
  const webinar = { startsAt: later(HOUR), cancelledAt: null, capacity: 2, full: false };
  test.each([
    ["a free seat", {}, "open"],
    ["no limit", { capacity: null }, "open"],
    ["no seat free", { full: true }, "full"],
    ["no limit, whatever was counted", { capacity: null, full: true }, "open"],
    ["the very start", { startsAt: AT }, "closed"],
    ["one millisecond before the start", { startsAt: later(1) }, "open"],
    ["started and full", { startsAt: later(-1), full: true }, "closed"],
    ["cancelled, whatever else", { cancelledAt: AT, startsAt: later(-1), full: true }, "cancelled"],
  ] as const)("%s", (_, change, state) => {
    expect(registrationState({ ...webinar, ...change }, AT)).toBe(state);
  });
});

describe("isReplayPublic", () => {
  const webinar = {
    replayUrl: "https://video.example/1",
    replayPublishedAt: AT,
    publishedAt: later(-HOUR),
    withdrawnAt: null,
  };
  test.each([
    ["an address, published", {}, true],
    ["an address typed ahead", { replayPublishedAt: null }, false],
    ["published in a moment", { replayPublishedAt: later(1) }, false],
    ["no address", { replayUrl: null }, false],
    ["a draft", { publishedAt: null }, false],
    ["a session withdrawn from the site", { withdrawnAt: later(-1) }, false],
  ] as const)("%s", (_, change, expected) => {
    expect(isReplayPublic({ ...webinar, ...change }, AT)).toBe(expected);
  });
});

test.each([
  [-1, "upcoming"],
  [0, "running"],
  [59 * MINUTE, "running"],
  [60 * MINUTE, "past"],
] as const)("%d ms after its start a session of an hour is %s", (elapsed, state) => {
  expect(webinarState({ startsAt: AT, durationMinutes: 60 }, later(elapsed))).toBe(state);
});

test("a year lasts from midnight to midnight in Paris", () => {
  expect(yearInstants(2019)).toEqual({ gte: new Date("2018-12-31T23:00:00Z"), lt: new Date("2019-12-31T23:00:00Z") });
});

describe("a change of what registrants go by", () => {
  const before = { startsAt: later(HOUR), durationMinutes: 60, cancelled: false, capacity: 20 };
  const to = (change: Partial<typeof before>) => ({ before, after: { ...before, ...change } });

  test("is named by what calendars show: agreeing to one is not agreeing to another", () => {
    const changes = [to({}), to({ startsAt: later(2 * HOUR) }), to({ durationMinutes: 90 }), to({ cancelled: true })];
    expect(new Set(changes.map(changeFingerprint)).size).toBe(changes.length);
    expect(changeFingerprint(to({ capacity: 1 }))).toBe(changeFingerprint(to({})));
    expect(changes.map(concernsCalendars)).toEqual([false, true, true, true]);
  });

  test("is a move when the session was to come, or is again", () => {
    expect(isMoved(to({ startsAt: later(2 * HOUR) }), AT)).toBe(true);
    expect(isMoved(to({ startsAt: later(3 * HOUR) }), later(2 * HOUR))).toBe(true);
    expect(isMoved(to({ startsAt: later(-HOUR) }), later(HOUR))).toBe(false);
    expect(isMoved(to({ durationMinutes: 90 }), AT)).toBe(false);
  });
});

describe("the clocks of the overseas territories", () => {
  const clocks = (instant: string) =>
    Object.fromEntries(
      overseasTimes(new Date(instant)).flatMap(({ territories, zone, otherDay }) =>
        territories.map((territory) => [
          territory,
          `${otherDay ? "+" : ""}${formatHours(new Date(instant), 60, zone)}`,
        ]),
      ),
    );
  const hours = (from: number, to: number) => `${from}\u00A0h\u202F–\u2060\u202F${to}\u00A0h`;

  test.each(["2027-01-21T12:00:00Z", "2027-07-15T11:00:00Z"])("come from the earliest hour on %s", (instant) => {
    const shown = overseasTimes(new Date(instant)).map(({ zone }) =>
      inZone(new Date(instant), zone).toPlainDateTime().toString(),
    );
    expect(shown).toEqual([...new Set(shown)].sort());
  });

  test("13:00 in Paris, in winter", () => {
    expect(clocks("2027-01-21T12:00:00Z")).toEqual({
      "Polynésie française": hours(2, 3),
      Guadeloupe: hours(8, 9),
      Martinique: hours(8, 9),
      "Saint-Barthélemy": hours(8, 9),
      "Saint-Martin": hours(8, 9),
      Guyane: hours(9, 10),
      "Saint-Pierre-et-Miquelon": hours(9, 10),
      Mayotte: hours(15, 16),
      "La Réunion": hours(16, 17),
      "Nouvelle-Calédonie": hours(23, 0),
      "Wallis-et-Futuna": `+${hours(0, 1)}`,
    });
  });

  test("13:00 in Paris, in summer: only Saint-Pierre-et-Miquelon changes its clocks too", () => {
    expect(clocks("2027-07-15T11:00:00Z")).toMatchObject({
      Guadeloupe: hours(7, 8),
      Guyane: hours(8, 9),
      "Saint-Pierre-et-Miquelon": hours(9, 10),
      "La Réunion": hours(15, 16),
      "Wallis-et-Futuna": hours(23, 0),
    });
  });

  test("America and Europe do not change theirs on the same day", () => {
    expect(clocks("2027-03-18T12:00:00Z")).toMatchObject({ "Saint-Pierre-et-Miquelon": hours(10, 11) });
  });

  test("from the earliest hour to the latest", () => {
    const order = overseasTimes(new Date("2027-01-21T12:00:00Z")).map(({ territories }) => territories[0]);
    expect(order).toEqual([
      "Polynésie française",
      "Guadeloupe",
      "Guyane",
      "Mayotte",
      "La Réunion",
      "Nouvelle-Calédonie",
      "Wallis-et-Futuna",
    ]);
  });
});

describe("the text of a resource made from a session", () => {
  const page = "/webinaires/une-seance#transcription";

  test("has what was said and asked, and no empty part", () => {
    expect(replayBody({ body: "Le déroulé.", transcript: "", page }, [])).toBe("Le déroulé.");
    const questions = [{ text: "Combien ?", answer: "Peu." }];
    expect(replayBody({ body: "Le déroulé.", transcript: "Bonjour.", page }, questions)).toBe(
      "Le déroulé.\n\n## Les questions posées\n\n**Combien ?**\n\nPeu.\n\n## Transcription\n\nBonjour.",
    );
  });

  test("begins with what the resource has no column for", () => {
    const texts = ["Un sous-titre *nu*"];
    expect(replayBody({ texts, body: "Le déroulé.", transcript: "", page }, [])).toBe(
      "Un sous-titre \\*nu\\*\n\nLe déroulé.",
    );
  });

  test("lets no question pass for something else", () => {
    const body = replayBody({ body: "", transcript: "", page }, [
      { text: "# 2 * 3\n[ici](https://piege.example) **?**", answer: "Six." },
    ]);
    expect(body).toContain("**\\# 2 \\* 3 \\[ici\\](https://piege.example) \\*\\*?\\*\\***");
  });

  test("says its times in words, and where they lead to the second", () => {
    const transcript = "[00:00:04] **Ada :** Bonjour.\n\n[01:02:03] Merci.";
    expect(replayBody({ body: "Le déroulé.", transcript, page }, [])).toBe(
      `Le déroulé.\n\n## Transcription\n\n[La page de la séance](${page}) permet de chercher un mot dans ce texte, et d’aller au passage qui le dit.\n\n*4\u00A0s* – **Ada :** Bonjour.\n\n\n*1\u00A0h\u00A02\u00A0min\u00A03\u00A0s* – Merci.`,
    );
  });
});

describe("the times of a transcript", () => {
  const inWords = (transcript: string) => withMoments(transcript, (second) => `<${second}>`);

  test.each([
    ["[00:12:34] Bonjour", "<754> Bonjour"],
    ["[12:34] Bonjour", "<754> Bonjour"],
    ["[1:02:03]   Bonjour", "<3723> Bonjour"],
    ["[75:10] Bonjour", "<4510> Bonjour"],
    ["[0:04]: Bonjour", "<4> Bonjour"],
    ["[0:04] Un\n[0:09] Deux", "<4> Un\n\n<9> Deux"],
  ])("%j begins a paragraph", (transcript, read) => {
    expect(inWords(transcript)).toBe(read);
  });

  test.each([
    "À [00:12:34] on rit",
    "[00:61:00] Trop de minutes",
    "[12:60] Trop de secondes",
    "[12] Une note",
    "[13:00](https://exemple.fr) Un lien",
    "[Musique]",
  ])("%j has none", (transcript) => {
    expect(inWords(transcript)).toBe(transcript);
  });

  test.each([
    [0, "00:00:00", "0\u00A0s"],
    [754, "00:12:34", "12\u00A0min\u00A034\u00A0s"],
    [3600, "01:00:00", "1\u00A0h\u00A00\u00A0min\u00A00\u00A0s"],
    [36_065, "10:01:05", "10\u00A0h\u00A01\u00A0min\u00A05\u00A0s"],
  ])("%i seconds are %s, or %s", (second, code, words) => {
    expect(timeCode(second)).toBe(code);
    expect(secondOf(code)).toBe(second);
    expect(momentWords(second)).toBe(words);
  });
});

describe("playerOf", () => {
  const TUBE = "https://www.youtube-nocookie.com/embed/abcDEF_-123";
  test.each([
    ["https://www.youtube.com/watch?v=abcDEF_-123", TUBE],
    ["https://www.youtube.com/watch?t=4&v=abcDEF_-123&list=x", TUBE],
    ["https://youtu.be/abcDEF_-123?t=4", TUBE],
    ["https://www.youtube.com/live/abcDEF_-123", TUBE],
    ["https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"],
    ["https://vimeo.com/123456789/abcdef01", "https://player.vimeo.com/video/123456789?dnt=1&h=abcdef01"],
    ["https://tube.example/w/abcDEF_-123", null],
    ["https://example.org/?u=https://youtu.be/abcDEF_-123", null],
    ["http://youtu.be/abcDEF_-123", null],
    ["https://www.youtube.com/@chaine", null],
  ])("%s is watched in %s", (url, player) => {
    expect(playerOf(url)).toBe(player);
  });

  test.each([
    ["https://youtu.be/abcDEF_-123?t=4", `${TUBE}?start=754`],
    ["https://vimeo.com/123456789/abcdef01", "https://player.vimeo.com/video/123456789?dnt=1&h=abcdef01#t=754s"],
    ["https://tube.example/w/abcDEF_-123", null],
  ])("%s begins at a second", (url, player) => {
    expect(playerOf(url, 754)).toBe(player);
  });
});
