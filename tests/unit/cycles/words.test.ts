import { describe, expect, test } from "vitest";
import { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { monthChoices } from "#lib/cycles/fields";
import {
  cycleWords,
  datesDoubts,
  flagWords,
  reachWords,
  ruleWords,
  schoolGaps,
  unshownWords,
  unusualWords,
} from "#lib/cycles/labels";
import { dayFlags, readyDrafts, schoolReach, schoolView, USUAL_RULE } from "#lib/cycles/rules";
import type { CycleWebinar } from "#lib/cycles/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { type SchoolEvent, schoolCalendar } from "#tests/support/school-calendar";

const choices = (rule = {}, year = 2019) => monthChoices({ ...USUAL_RULE, ...rule }, year, []);

describe("the choices of a month", () => {
  test("an ordinary month is kept, moved or left out", () => {
    expect(choices()[0]).toEqual({
      name: "Janvier",
      field: "mois-1",
      otherField: "autre-1",
      options: [
        { value: "2019-01-17T13:00", label: "Jeudi 17 janvier 2019" },
        { value: "autre", label: "Une autre date" },
        { value: "aucune", label: "Pas de séance" },
      ],
      proposed: "2019-01-17T13:00",
    });
  });

  test("August 2019 proposes the 22nd, says why, and lets the 15th be chosen", () => {
    expect(choices()[7]).toMatchObject({
      hint: "Le 3e jeudi est férié (Assomption)\u00A0: nous proposons une autre semaine.",
      options: [
        { value: "2019-08-22T13:00", label: "Jeudi 22 août 2019" },
        { value: "2019-08-15T13:00", label: "Jeudi 15 août 2019, férié (Assomption)" },
        { value: "autre" },
        { value: "aucune" },
      ],
    });
  });

  test("an hour that the day does not have is said", () => {
    // Clocks go forward on Sunday 28 March 2027.
    const march = choices({ ordinal: "last", weekday: 7, time: "02:30" }, 2027)[2];
    expect(march?.options[0]?.label).toBe("Dimanche 28 mars 2027, heure à choisir");
  });
});

test("a rule is said as people say it", () => {
  expect(ruleWords(USUAL_RULE)).toBe("3e jeudi, 13\u00A0h\u202F–\u2060\u202F14\u00A0h");
  expect(ruleWords({ ordinal: "last", weekday: 2, time: "09:30", durationMinutes: 90 })).toBe(
    "Dernier mardi, 9\u00A0h\u00A030\u202F–\u2060\u202F11\u00A0h",
  );
});

test("flags are parts of a sentence: only names of feasts keep their capital", () => {
  const school = [
    { name: "Vacances d'Hiver", places: ["A", "B", "Corse"] },
    { name: "Pont de l'Ascension", places: ["C"] },
    { name: "Vacances de Noël", places: [] },
  ];
  expect(flagWords({ holiday: null, near: { kind: "morrow", holiday: "Fête Nationale" }, school })).toEqual([
    "lendemain de jour férié (Fête nationale)",
    "vacances d’hiver (zones A et B, Corse)",
    "pont de l’Ascension (zone C)",
    "vacances de Noël",
  ]);
  expect(flagWords({ holiday: "Jour de l'an", near: null, school: [] })).toEqual(["férié (Jour de l’an)"]);
});

test("what the school calendar does not tell is said plainly", () => {
  expect(schoolGaps({ kind: "absent" }, 2027)).toEqual([
    "Calendrier scolaire de 2027 non chargé\u00A0: les vacances ne sont pas vérifiées.",
  ]);
  expect(schoolGaps({ kind: "loaded", from: "2027-03-01", to: "2027-07-03", missing: ["B", "C"] }, 2027)).toEqual([
    "Le calendrier scolaire chargé commence le 1er mars 2027\u00A0: avant, les vacances ne sont pas vérifiées.",
    "Le calendrier scolaire chargé s’arrête le 3 juillet 2027\u00A0: après, les vacances ne sont pas vérifiées.",
    "Calendrier scolaire non chargé (zones B et C)\u00A0: les vacances ne sont pas vérifiées.",
  ]);
  expect(schoolGaps({ kind: "loaded", from: null, to: null, missing: ["C"] }, 2027)).toEqual([
    "Calendrier scolaire non chargé (zone C)\u00A0: les vacances ne sont pas vérifiées.",
  ]);
  expect(schoolGaps({ kind: "loaded", from: null, to: null, missing: [] }, 2027)).toEqual([]);
  expect(reachWords({ from: "2026-12-19", to: "2027-07-03", places: ["A", "Corse"] })).toBe(
    "du 19 décembre 2026 au 3 juillet 2027, zone A, Corse",
  );
});

test("a cycle is summed up by its sessions and where they stand", () => {
  const session = {
    id: "",
    title: "",
    startsAt: AT,
    durationMinutes: 60,
    cancelledAt: null,
    publishedAt: null,
    withdrawnAt: null,
    written: true,
  };
  const online = { ...session, publishedAt: AT };
  const webinars = [online, online, { ...session, startsAt: later(30 * DAY) }];
  expect(cycleWords({ webinars }, AT)).toBe(
    "3\u00A0séances, du 11 janvier 2027 au 10 février 2027 · 2\u00A0en ligne · 1\u00A0brouillon",
  );
  expect(cycleWords({ webinars: [] }, AT)).toBe("Aucune séance");
});

test("a year that no file tells is said, between two that are", () => {
  const stretches = [
    { label: "Vacances d'Été - Zones A/B/C", startsOn: "2026-07-04", endsOn: "2026-08-31" },
    { label: "Vacances d'Hiver - Zones A/B/C", startsOn: "2028-02-12", endsOn: "2028-02-27" },
  ];
  const reach = schoolReach(stretches);
  expect(reach && reachWords(reach)).toBe(
    "du 4 juillet 2026 au 27 février 2028, zones A, B et C, sauf du 1er septembre 2026 au 11 février 2028, où rien n’est dit",
  );
  expect(schoolGaps(schoolView(stretches, 2027), 2027).join("\n")).toContain(
    "Le calendrier scolaire chargé ne dit rien du 1er septembre 2026 au 11 février 2028",
  );
});

test("a day of summer is told, whether the file says when it ends or not", () => {
  for (const events of [
    [["Début des Vacances d'Été - Zones A/B/C", "2027-07-03", "2027-07-03"]],
    [
      ["Début des Vacances d'Été - Zones A/B/C", "2027-07-03", "2027-07-03"],
      ["Vacances d'Été (prérentrée Enseignants) - Zones A/B/C", "2027-08-31", "2027-09-03"],
    ],
  ] satisfies SchoolEvent[][]) {
    const read = readSchoolCalendar(schoolCalendar(events));
    const stretches = read.ok ? read.stretches : [];
    for (const day of ["2027-07-15", "2027-08-19"])
      expect(flagWords(dayFlags(day, { holidayName: () => null, stretches })).join()).toContain("vacances d’été");
    expect(flagWords(dayFlags("2027-09-01", { holidayName: () => null, stretches }))).toEqual([]);
  }
});

test.each([
  ["2026-11-28", ["un samedi"]],
  ["2027-12-25", ["un samedi", "férié (Noël)"]],
  ["2027-05-07", ["jour de pont (Ascension)"]],
  ["2027-07-13", []],
  ["2027-02-18", ["vacances d’hiver (zone A)"]],
  ["2027-03-18", []],
])("what makes %s no usual day", (day, words) => {
  const winter = { label: "Vacances d’hiver - Zone A", startsOn: "2027-02-13", endsOn: "2027-02-28" };
  expect(unusualWords(day, [winter])).toEqual(words);
});

test("dates that look wrong are told before the drafts of a cycle appear, those of drafts that are ready alone", () => {
  const winter = { label: "Vacances d’hiver - Zone A", startsOn: "2027-02-13", endsOn: "2027-02-28" };
  const draft = { id: "a", title: "A", durationMinutes: 60, cancelledAt: null, publishedAt: null, withdrawnAt: null };
  const on = (startsAt: string, changes: Partial<CycleWebinar> = {}): CycleWebinar => ({
    ...draft,
    startsAt: new Date(startsAt),
    written: true,
    ...changes,
  });
  const ready = readyDrafts(
    [
      on("2027-02-18T12:00:00Z"),
      on("2020-03-19T12:00:00Z"),
      on("2027-03-18T12:00:00Z"),
      on("2027-02-25T12:00:00Z", { written: false }),
      on("2027-02-25T12:00:00Z", { publishedAt: AT }),
      on("2027-02-25T12:00:00Z", { cancelledAt: AT }),
    ],
    AT,
  );
  expect(datesDoubts(ready, [winter], AT)).toEqual([
    expect.stringMatching(/18 février 2027 est à vérifier.*vacances d’hiver \(zone A\)/),
    expect.stringMatching(/Cette date est passée.*19 mars 2020/),
  ]);
});

test("drafts that changed since they were shown are told with their dates", () => {
  const dates = ["2027-01-21T12:00:00Z", "2027-02-18T12:00:00Z"].map((day) => ({
    startsAt: new Date(day),
    durationMinutes: 60,
    cancelledAt: null,
  }));
  expect(unshownWords(dates)).toMatch(/2\u00A0séances paraîtront, le 21 janvier 2027 et le 18 février 2027\.$/);
  expect(unshownWords(dates.slice(1))).toMatch(/1\u00A0séance paraîtra, le 18 février 2027\.$/);
});
