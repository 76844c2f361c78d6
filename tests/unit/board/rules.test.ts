import { describe, expect, test } from "vitest";
import { boardTable, figureWords, periodWords } from "#lib/board/labels";
import { NOTHING, periodOf, shownFigures, startOfMonth, together, yearBefore } from "#lib/board/rules";
import { boardQuery } from "#lib/board/schema";
import { AT } from "#tests/support/clock";

describe("the period of a report", () => {
  test("is a year of Paris, that of today unless the address names one", () => {
    const period = periodOf({}, AT);
    expect(period).toMatchObject({ year: 2027, month: null });
    expect([period.months.length, period.months[0], period.months.at(-1)]).toEqual([12, "2027-01", "2027-12"]);
    expect([period.from, period.until]).toEqual([new Date("2026-12-31T23:00:00Z"), new Date("2027-12-31T23:00:00Z")]);
  });

  test("names no year before the portal nor after this century", () => {
    const years = ["2019", "2020", "2100", "2101"].map((annee) => boardQuery.parse({ annee }).annee);
    expect(years).toEqual([undefined, 2020, 2100, undefined]);
  });

  test("or one of its months, the last one too", () => {
    expect(periodOf({ annee: 2026, mois: 12 }, AT)).toEqual({
      year: 2026,
      month: 12,
      months: ["2026-12"],
      from: new Date("2026-11-30T23:00:00Z"),
      until: new Date("2026-12-31T23:00:00Z"),
    });
    expect(periodOf({ mois: 7 }, AT).until).toEqual(new Date("2027-07-31T22:00:00Z"));
  });

  test("has the same months beside, a year earlier", () => {
    expect(yearBefore(periodOf({ mois: 2 }, AT), AT).months).toEqual(["2026-02"]);
    expect(yearBefore(periodOf({}, AT), AT).months[0]).toBe("2026-01");
  });

  test("leaves out what an address cannot mean", () => {
    expect(boardQuery.parse({ annee: "2026", mois: ["3", "4"] })).toEqual({ annee: 2026, mois: 3 });
    for (const wrong of [{ annee: "1999", mois: "13" }, { annee: "x", mois: "0" }, {}])
      expect(boardQuery.parse(wrong)).toEqual({ annee: undefined, mois: undefined });
  });

  test("is named in words", () => {
    expect(periodWords(periodOf({}, AT))).toBe("2027");
    expect(periodWords(periodOf({ mois: 2 }, AT))).toBe("février 2027");
  });
});

describe("what is shown", () => {
  const shown = (counts: Partial<typeof NOTHING>, months = ["2027-01"]) =>
    shownFigures({ ...NOTHING, ...counts }, months, AT);

  test("of people goes by fives, nothing from one to four, and zero is zero", () => {
    expect([0, 1, 4, 5, 7, 8].map((count) => shown({ registrations: count }).registrations)).toEqual([
      0,
      "few",
      "few",
      5,
      5,
      10,
    ]);
    expect([0, 4, 12].map((count) => shown({ present: count }).present)).toEqual([0, "few", 10]);
  });

  test("of opinions waits for five of them", () => {
    expect(shown({ answers: 4, notes: 20 }).mean).toBeNull();
    expect(shown({ answers: 5, notes: 21 }).mean).toBe(4);
    expect(shown({ answers: 8, notes: 36 }).mean).toBe(4.5);
  });

  test("of newcomers is not told once some of them may have been erased", () => {
    expect(shown({ newPeople: 12 }, ["2026-08"]).newPeople).toBe(10);
    expect(shown({ newPeople: 12 }, ["2026-07"]).newPeople).toBeNull();
    expect(shown({ newPeople: 12 }, ["2026-07", "2027-01"]).newPeople).toBeNull();
    expect(startOfMonth("2026-07")).toEqual(new Date("2026-06-30T22:00:00Z"));
  });

  test("of several months is counted together before it is rounded", () => {
    const two = { ...NOTHING, registrations: 3, notes: 4, sessions: 1 };
    expect(together([two, two])).toEqual({ ...NOTHING, registrations: 6, notes: 8, sessions: 2 });
    expect(shownFigures(together([two, two]), ["2027-01"], AT)).toMatchObject({ registrations: 5, sessions: 2 });
  });

  test("is written as it is read", () => {
    expect([figureWords(null), figureWords("few"), figureWords(4.5), figureWords(1200)]).toEqual([
      "–",
      "moins de 5",
      "4,5",
      "1\u202F200",
    ]);
  });

  test("is the same in the file, numbers as such", () => {
    const figures = shown({ sessions: 1, registrations: 12, present: 3, resources: 2 });
    const report = {
      period: periodOf({ mois: 1 }, AT),
      lines: [{ key: "2027-01", current: figures, before: shown({}, ["2026-01"]) }],
      pages: [],
      searches: [],
    };
    const { columns, rows } = boardTable(report);
    expect(columns.slice(0, 3).map(({ label }) => label)).toEqual([
      "Mois",
      "Séances tenues, 2027",
      "Séances tenues, 2026",
    ]);
    expect(rows).toEqual([["janvier 2027", 1, 0, 10, 0, "moins de 5", 0, "–", "–", 0, "–", 2, 0]]);
  });
});
