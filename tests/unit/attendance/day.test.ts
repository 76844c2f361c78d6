import { describe, expect, test } from "vitest";
import { dayAmong, dayRefreshSeconds, dayRoom, isItsDay } from "#lib/attendance/day/rules";
import type { DayPerson } from "#lib/attendance/day/schema";
import { HOUR, later, MINUTE } from "#tests/support/clock";

/** 12:30 in Paris, in winter. */
const START = new Date("2027-01-14T11:30:00Z");
const ROOM = "https://salle.example/1";
const webinar = { startsAt: START, durationMinutes: 90, cancelled: false, roomUrl: ROOM, roomOpenedAt: null };
const from = (milliseconds: number) => later(milliseconds, START);
const CLOSES = 2 * HOUR;

describe("the day of a session", () => {
  test.each([
    ["begins at midnight in Paris", new Date("2027-01-13T22:59:59Z"), false],
    ["is on from then", new Date("2027-01-13T23:00:00Z"), true],
    ["is on while its room is open", from(CLOSES - 1), true],
    ["ends as its room closes", from(CLOSES), false],
  ])("%s", (_, at, expected) => {
    expect(isItsDay(webinar, at)).toBe(expected);
  });

  test("goes on after midnight when the session does", () => {
    const late = { ...webinar, startsAt: new Date("2027-01-14T22:30:00Z") };
    expect(isItsDay(late, new Date("2027-01-14T23:10:00Z"))).toBe(true);
  });

  test("is none once the session is cancelled", () => {
    expect(isItsDay({ ...webinar, cancelled: true }, START)).toBe(false);
  });
});

test.each([
  ["early", {}, from(-15 * MINUTE - 1)],
  ["open", {}, from(-15 * MINUTE)],
  ["open", { roomOpenedAt: from(-HOUR) }, from(-HOUR)],
  ["open", {}, from(CLOSES - 1)],
  ["over", {}, from(CLOSES)],
  ["missing", { roomUrl: null }, from(-HOUR)],
  ["missing", { roomUrl: "javascript:alert(1)" }, START],
  ["over", { roomUrl: null }, from(CLOSES)],
  ["cancelled", { cancelled: true, roomUrl: null }, START],
])("the room is %s", (state, change, at) => {
  expect(dayRoom({ ...webinar, ...change }, at)).toBe(state);
});

describe("the screen asks again by itself", () => {
  test.each([
    ["not yet an hour and a quarter before", from(-75 * MINUTE - 1), null],
    ["from then", from(-75 * MINUTE), 30],
    ["until the room closes", from(CLOSES - 1), 30],
    ["no more afterwards", from(CLOSES), null],
  ])("%s", (_, at, seconds) => {
    expect(dayRefreshSeconds(webinar, {}, at)).toBe(seconds);
  });

  test("unless its reader would rather not, or the session is cancelled", () => {
    expect(dayRefreshSeconds(webinar, { arret: "oui" }, START)).toBeNull();
    expect(dayRefreshSeconds({ ...webinar, cancelled: true }, {}, START)).toBeNull();
  });
});

test("who is in comes last first, who is awaited as names are read aloud, who waits in their order", () => {
  const person = (lastName: string, change: Partial<DayPerson> = {}): DayPerson => ({
    ...{ id: lastName, firstName: "", lastName, organisation: null },
    ...{ status: "confirmed", presentAt: null, attendanceSource: null },
    ...change,
  });
  const day = dayAmong([
    person("Zoé"),
    person("Premier", { presentAt: from(1) }),
    person("Revenu", { presentAt: from(2), status: "cancelled" }),
    person("Éric"),
    person("Proposée", { status: "offered" }),
    person("Fabre"),
    person("Attente", { status: "waiting" }),
    person("Partie", { status: "cancelled" }),
  ]);
  const names = (people: DayPerson[]) => people.map(({ lastName }) => lastName);
  expect(names(day.entered)).toEqual(["Revenu", "Premier"]);
  expect(names(day.expected)).toEqual(["Éric", "Fabre", "Zoé"]);
  expect(names(day.waiting)).toEqual(["Proposée", "Attente"]);
});
