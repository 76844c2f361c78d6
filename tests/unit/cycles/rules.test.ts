import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { holidayName, isHoliday } from "#lib/calendar/holidays";
import {
  dayFlags,
  isToldBy,
  proposeCycle,
  proposeMonth,
  proposeYear,
  schoolReach,
  schoolView,
  textsByMonth,
  USUAL_RULE,
  webinarSlug,
} from "#lib/cycles/rules";
import type { CycleRule } from "#lib/cycles/schema";
import fc from "#tests/support/properties";

const never = () => false;

/** Programme of the source document (Le RAMEAU, February 2019). */
const PROGRAMME_2019 = [
  "2019-01-17",
  "2019-02-21",
  "2019-03-21",
  "2019-04-18",
  "2019-05-16",
  "2019-06-20",
  "2019-07-18",
  "2019-08-22",
  "2019-09-19",
  "2019-10-17",
  "2019-11-21",
  "2019-12-19",
];

const rules = fc.record({
  ordinal: fc.constantFrom<CycleRule["ordinal"]>("1", "2", "3", "4", "last"),
  weekday: fc.integer({ min: 1, max: 7 }),
});
const years = fc.integer({ min: 1990, max: 2100 });

describe("a year by the rule", () => {
  test("gives the programme of 2019: 15 August, a public holiday, gives way to the 22nd and stays known", () => {
    const proposals = proposeYear(USUAL_RULE, 2019, isHoliday);
    expect(proposals.map(({ proposed }) => proposed)).toEqual(PROGRAMME_2019);
    expect(proposals.filter(({ asked, proposed }) => asked !== proposed)).toEqual([
      { month: 8, asked: "2019-08-15", proposed: "2019-08-22" },
    ]);
  });

  test("is twelve days, one a month, on the weekday asked, never a public holiday, moved only for one", () => {
    fc.assert(
      fc.property(rules, years, (rule, year) => {
        const proposals = proposeYear(rule, year, isHoliday);
        expect(proposals.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        for (const { month, asked, proposed } of proposals) {
          const day = Temporal.PlainDate.from(proposed);
          expect([day.year, day.month, day.dayOfWeek]).toEqual([year, month, rule.weekday]);
          expect(isHoliday(proposed)).toBe(false);
          expect(asked === proposed).toBe(!isHoliday(asked));
        }
      }),
    );
  });

  test.each([
    ["1", 1, 7],
    ["2", 8, 14],
    ["3", 15, 21],
    ["4", 22, 28],
    ["last", 22, 31],
  ] as const)("its week %s is between the %i and the %i", (ordinal, from, to) => {
    fc.assert(
      fc.property(rules, years, fc.integer({ min: 1, max: 12 }), ({ weekday }, year, month) => {
        const day = Temporal.PlainDate.from(proposeMonth({ ordinal, weekday }, year, month, never).asked);
        expect(day.day).toBeGreaterThanOrEqual(from);
        expect(day.day).toBeLessThanOrEqual(to);
        if (ordinal === "last") expect(day.add({ weeks: 1 }).month).not.toBe(month);
      }),
    );
  });

  test("looks before when no week of the month is left after: Christmas 2025 is the last Thursday", () => {
    const rule = { ordinal: "last", weekday: 4 } as const;
    expect(proposeMonth(rule, 2025, 12, isHoliday)).toEqual({
      month: 12,
      asked: "2025-12-25",
      proposed: "2025-12-18",
    });
  });

  test("gives way as often as it must, and gives up when every week is closed", () => {
    const closed = ["2019-08-15", "2019-08-22"];
    expect(proposeMonth(USUAL_RULE, 2019, 8, (day) => closed.includes(day)).proposed).toBe("2019-08-29");
    expect(proposeMonth(USUAL_RULE, 2019, 8, () => true).proposed).toBe("2019-08-15");
  });
});

describe("the next sessions of a portal that starts", () => {
  test("are those of 2019 when it starts the year before", () => {
    expect(proposeCycle({ from: "2018-12-31", count: 12, isHoliday })).toEqual(PROGRAMME_2019);
  });

  test.each([
    ["the day of a session", "2019-02-21", "2019-03-21"],
    ["the day before a session", "2019-02-20", "2019-02-21"],
    ["the holiday itself", "2019-08-15", "2019-08-22"],
    ["between the holiday and the session it was moved to", "2019-08-21", "2019-08-22"],
    ["the day it was moved to", "2019-08-22", "2019-09-19"],
    ["the last days of a year", "2019-12-20", "2020-01-16"],
  ])("come strictly after %s", (_, from, first) => {
    expect(proposeCycle({ from, count: 1, isHoliday })).toEqual([first]);
  });

  test("are in order, one a month, after the day given", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (day, count) => {
        const from = day.toISOString().slice(0, 10);
        const proposed = proposeCycle({ from, count, isHoliday });
        expect(proposed).toHaveLength(count);
        expect(proposed).toEqual(proposed.toSorted());
        expect(new Set(proposed.map((one) => one.slice(0, 7))).size).toBe(count);
        for (const one of proposed) expect(one > from).toBe(true);
      }),
    );
  });
});

const stretch = (label: string, startsOn: string, endsOn: string) => ({ label, startsOn, endsOn });
const flagsOf = (day: string, stretches: Parameters<typeof dayFlags>[1]["stretches"] = []) =>
  dayFlags(day, { holidayName, stretches });

describe("what is said of a day", () => {
  test.each([
    ["2019-08-15", "Assomption", null],
    ["2019-08-22", null, null],
    ["2027-07-15", null, { kind: "morrow", holiday: "Fête Nationale" }],
    ["2027-07-13", null, { kind: "eve", holiday: "Fête Nationale" }],
    ["2027-05-07", null, { kind: "bridge", holiday: "Ascension" }],
    ["2029-04-30", null, { kind: "bridge", holiday: "Fête du travail" }],
    ["2027-12-31", null, { kind: "eve", holiday: "Jour de l'an" }],
  ])("%s", (day, holiday, near) => {
    expect(flagsOf(day)).toMatchObject({ holiday, near });
  });

  test.each([
    ["its first day", "2027-02-13", true],
    ["its last day", "2027-02-28", true],
    ["the day before", "2027-02-12", false],
    ["the day of return", "2027-03-01", false],
  ])("school holidays: %s", (_, day, inside) => {
    const holidays = [stretch("Vacances d'Hiver - Zone A", "2027-02-13", "2027-02-28")];
    expect(flagsOf(day, holidays).school).toEqual(inside ? [{ name: "Vacances d'Hiver", places: ["A"] }] : []);
  });

  test("the zones are named, in every way that the ministry writes them, each once", () => {
    const labels = [
      "Vacances de Noël - Corse",
      "Vacances de Noël - Zones A/B/C - Corse",
      "Vacances de Noël - Zone C",
      "Vacances de Noël - Zones A, B et C",
      "Vacances de Noël(prérentrée Enseignants) - Zones A B C",
      "Pont du nouvel an - Polynésie",
      "Vacances partout",
    ];
    const holidays = labels.map((label) => stretch(label, "2026-12-19", "2027-01-03"));
    expect(flagsOf("2026-12-24", holidays).school).toEqual([
      { name: "Vacances de Noël", places: ["A", "B", "C", "Corse"] },
      { name: "Pont du nouvel an", places: ["Polynésie"] },
      { name: "Vacances partout", places: [] },
    ]);
  });
});

describe("how much of a year the school calendar tells", () => {
  const year = [
    stretch("Vacances de Noël - Zones A/B/C", "2026-12-19", "2027-01-03"),
    stretch("Vacances d'Été - Zones A/B/C", "2027-07-03", "2027-08-31"),
  ];
  const christmas = stretch("Vacances de Noël - Zones A/B/C", "2027-12-18", "2028-01-02");

  test("nothing when none is loaded, or for another year", () => {
    expect(schoolView([], 2027)).toEqual({ kind: "absent" });
    expect(schoolView(year, 2029)).toEqual({ kind: "absent" });
    expect(schoolView([stretch("Vacances - Mayotte", "2027-01-01", "2027-12-31")], 2027)).toEqual({ kind: "absent" });
  });

  test("everything from one Christmas to the next", () => {
    expect(schoolView([...year, christmas], 2027)).toEqual({ kind: "loaded", from: null, to: null, missing: [] });
  });

  test("a part of it, with where it stops and begins", () => {
    expect(schoolView(year, 2027)).toMatchObject({ from: null, to: "2027-08-31" });
    expect(schoolView([...year, christmas].slice(1), 2027)).toMatchObject({ from: "2027-07-03", to: null });
  });

  test("some zones and not others", () => {
    const some = [stretch("Vacances - Zones A/C", "2026-12-19", "2028-01-02")];
    expect(schoolView(some, 2027)).toMatchObject({ missing: ["B"] });
    // What stops soonest decides.
    const uneven = [...some, stretch("Vacances - Zone B", "2027-02-06", "2027-02-21")];
    expect(schoolView(uneven, 2027)).toEqual({ kind: "loaded", from: null, to: "2027-02-21", missing: [] });
  });

  test("is summed up from its first day to its last", () => {
    expect(schoolReach([])).toBeNull();
    expect(schoolReach(year)).toEqual({ from: "2026-12-19", to: "2027-08-31", places: ["A", "B", "C"] });
  });

  test("a calendar takes the place of what it tells entirely", () => {
    expect(isToldBy("Vacances d'Hiver - Zone A", year)).toBe(true);
    expect(isToldBy("Vacances d'Hiver - Zones A/B - Corse", year)).toBe(false);
  });
});

describe("the texts of the cycle before", () => {
  const held = (month: number, title = `m${month}`) => ({ month, title });

  test("go month by month; a month without a session gives none, the first of two is taken", () => {
    const texts = textsByMonth([held(9), held(1), held(3), held(3, "second")]);
    expect([...texts].sort(([a], [b]) => a - b)).toEqual([
      [1, held(1)],
      [3, held(3)],
      [9, held(9)],
    ]);
  });

  test.each([
    ["one slid into the next month", [1, 2, 3, 4, 5, 6, 7, 9, 9, 10, 11, 12]],
    ["their cycle began in December", [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ])("keep their order when there are twelve, even if %s", (_, months) => {
    const texts = textsByMonth(months.map((month, index) => held(month, `rank ${index + 1}`)));
    expect([...texts].map(([month, { title }]) => [month, title])).toEqual(
      months.map((_month, index) => [index + 1, `rank ${index + 1}`]),
    );
  });
});

test.each([
  ["definir-sa-strategie", [], "definir-sa-strategie-2027"],
  ["lancement-du-cycle-2026", [], "lancement-du-cycle-2027"],
  ["definir-sa-strategie", ["definir-sa-strategie-2027"], "definir-sa-strategie-2027-2"],
  ["cap-2030", ["cap-2027", "cap-2027-2"], "cap-2027-3"],
  ["", [], "seance-2027"],
])("the address of %s when %o are taken is %s", (words, taken, slug) => {
  expect(webinarSlug(words, 2027, (one) => (taken as string[]).includes(one))).toBe(slug);
});
