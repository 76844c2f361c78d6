import { describe, expect, it } from "vitest";
import {
  clockChange,
  dayInParis,
  formatDay,
  formatDayAndMonth,
  formatHours,
  formatTimestamp,
  fromParis,
  wallClockInParis,
  yearInParis,
} from "#lib/platform/dates";

describe("dates of Paris, whatever the machine's zone", () => {
  it("shows a winter and a summer session at the same Paris hour", () => {
    const winter = new Date("2019-02-21T12:00:00Z");
    const summer = new Date("2019-07-18T11:00:00Z");
    expect([formatDay(winter), formatHours(winter, 60)]).toEqual([
      "jeudi 21 février 2019",
      "13\u00A0h\u202F–\u2060\u202F14\u00A0h",
    ]);
    expect([formatDay(summer), formatHours(summer, 90)]).toEqual([
      "jeudi 18 juillet 2019",
      "13\u00A0h\u202F–\u2060\u202F14\u00A0h\u00A030",
    ]);
  });

  it("writes the first of the month as « 1er »", () => {
    expect(formatDay(new Date("2027-04-01T10:00:00Z"))).toBe("jeudi 1er avril 2027");
    expect(formatDay(new Date("2027-04-11T10:00:00Z"))).toBe("dimanche 11 avril 2027");
    expect(formatDayAndMonth(new Date("2026-12-31T23:30:00Z"))).toBe("1er janv.");
  });

  it("writes an hour the same way alone and after a day", () => {
    expect(formatTimestamp(new Date("2019-03-21T12:00:00Z"))).toBe("21 mars 2019 à 13\u00A0h");
    expect(formatTimestamp(new Date("2019-04-01T11:05:00Z"))).toBe("1er avril 2019 à 13\u00A0h\u00A005");
  });

  it("counts the new year from midnight in Paris", () => {
    const instant = new Date("2026-12-31T23:30:00Z");
    expect([yearInParis(instant), dayInParis(instant)]).toEqual([2027, "2027-01-01"]);
  });
});

describe("fromParis", () => {
  it("reads winter and summer hours, and writes them back", () => {
    const winter = fromParis("2027-01-21T13:00");
    expect(winter?.toISOString()).toBe("2027-01-21T12:00:00.000Z");
    expect(wallClockInParis(winter as Date)).toBe("2027-01-21T13:00");
    expect(fromParis("2027-06-17T13:00")?.toISOString()).toBe("2027-06-17T11:00:00.000Z");
  });

  it.each([
    ["does not exist", "2027-03-28T02:30"],
    ["exists twice", "2026-10-25T02:30"],
    ["is not a date", "2027-02-30T13:00"],
    ["is not even written as one", "demain"],
  ])("refuses an hour that %s", (_, local) => {
    expect(fromParis(local)).toBeNull();
  });
});

describe("clockChange", () => {
  it.each([
    ["2027-03-28T01:59", null],
    ["2027-03-28T02:00", "skipped"],
    ["2027-03-28T02:59", "skipped"],
    ["2027-03-28T03:00", null],
    ["2026-10-25T01:59", null],
    ["2026-10-25T02:00", "repeated"],
    ["2026-10-25T02:59", "repeated"],
    ["2026-10-25T03:00", null],
    ["demain", null],
  ])("%s: %s", (local, expected) => {
    expect(clockChange(local)).toBe(expected);
    expect(fromParis(local) === null).toBe(expected !== null || local === "demain");
  });
});
