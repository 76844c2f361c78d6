import { describe, expect, test } from "vitest";
import { dueKinds } from "#lib/notices/plan/rules";
import type { TimedWebinar } from "#lib/notices/plan/schema";
import { fromParis } from "#lib/platform/dates";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";

const paris = (local: string) => {
  const instant = fromParis(local);
  if (!instant) throw new Error(`${local} is not one instant in Paris`);
  return instant;
};

const START = paris("2027-01-21T13:00");

const session = (overrides: Partial<TimedWebinar> = {}): TimedWebinar => ({
  startsAt: START,
  publishedAt: later(-30 * DAY),
  withdrawnAt: null,
  replayUrl: null,
  replayPublishedAt: null,
  attendanceCompleteAt: null,
  disabledMails: [],
  ...overrides,
});

const at = (local: string, overrides: Partial<TimedWebinar> = {}) => dueKinds(session(overrides), paris(local));

describe("reminders", () => {
  test.each([
    ["a minute before the first one", "2027-01-14T12:59", []],
    ["seven days before", "2027-01-14T13:00", ["reminder-week"]],
    ["late, as long as the next one is not due", "2027-01-20T12:59", ["reminder-week"]],
    ["the day before", "2027-01-20T13:00", ["reminder-day"]],
    ["at midnight, when « demain » is no longer true", "2027-01-21T00:00", []],
    ["an hour before", "2027-01-21T12:00", ["reminder-hour"]],
    ["a minute before", "2027-01-21T12:59", ["reminder-hour"]],
    ["when the session begins", "2027-01-21T13:00", []],
  ])("%s", (_, local, kinds) => {
    expect(at(local)).toEqual(kinds);
  });

  test("two are never due at once in the last eight days", () => {
    for (let minutes = 0; minutes < 8 * 24 * 60; minutes += 10) {
      const reminders = dueKinds(session(), later(-minutes * MINUTE, START));
      expect(reminders.length).toBeLessThanOrEqual(1);
    }
  });

  test("the one of the day before keeps the hour of Paris across both clock changes", () => {
    const spring = { startsAt: paris("2027-03-28T13:00") };
    expect(at("2027-03-27T12:59", spring)).toEqual(["reminder-week"]);
    expect(at("2027-03-27T13:00", spring)).toEqual(["reminder-day"]);
    const autumn = { startsAt: paris("2026-10-25T13:00") };
    expect(at("2026-10-24T12:59", autumn)).toEqual(["reminder-week"]);
    expect(at("2026-10-24T13:00", autumn)).toEqual(["reminder-day"]);
  });

  test("the one of the last hour is an hour that passes, not one that clocks show", () => {
    // At 1:59 summer begins: a session at 3:30 is an hour after 1:30.
    const spring = { startsAt: paris("2027-03-28T03:30") };
    expect(at("2027-03-28T01:29", spring)).toEqual([]);
    expect(at("2027-03-28T01:30", spring)).toEqual(["reminder-hour"]);
  });

  test("a session without one of them goes without", () => {
    const off = { disabledMails: [{ kind: "reminder-day" }] };
    expect(at("2027-01-20T18:00", off)).toEqual([]);
    expect(at("2027-01-21T12:00", off)).toEqual(["reminder-hour"]);
  });
});

describe("after the session", () => {
  const replay = {
    replayUrl: "https://video.example/1",
    replayPublishedAt: paris("2027-01-21T18:00"),
    attendanceCompleteAt: START,
  };
  const follow = ["follow-up-present", "follow-up-absent"];

  test("the replay leaves the next day at nine, in Paris", () => {
    expect(at("2027-01-22T08:59", replay)).toEqual([]);
    expect(at("2027-01-22T09:00", replay)).toEqual(follow);
  });

  test("to the absent once it is said who they are, of this date and of no other", () => {
    for (const attendanceCompleteAt of [null, later(-1, START)])
      expect(at("2027-01-22T09:00", { ...replay, attendanceCompleteAt })).toEqual(["follow-up-present"]);
  });

  test("not before the public can watch it", () => {
    const tuesday = paris("2027-01-26T15:00");
    const tuesdayReplay = { ...replay, replayPublishedAt: tuesday };
    expect(at("2027-01-22T09:00")).toEqual([]);
    expect(at("2027-01-22T09:00", { ...replay, replayPublishedAt: null })).toEqual([]);
    expect(dueKinds(session(tuesdayReplay), later(-1, tuesday))).not.toContain("follow-up-present");
    expect(dueKinds(session(tuesdayReplay), tuesday)).toEqual([...follow, "survey"]);
  });

  test("never more than thirty days late", () => {
    const late = later(30 * DAY, paris("2027-01-22T09:00"));
    expect(dueKinds(session(replay), later(-1, late))).toEqual(expect.arrayContaining(follow));
    expect(dueKinds(session(replay), late)).not.toEqual(expect.arrayContaining(follow));
  });

  test("thirty days late are days of Paris, as the plan of the session says them, even across a clock change", () => {
    const online = { publishedAt: paris("2026-09-01T09:00"), replayPublishedAt: paris("2026-10-01T18:00") };
    const autumn = { ...replay, ...online, startsAt: paris("2026-10-01T13:00") };
    expect(at("2026-11-01T08:59", autumn)).toEqual([...follow, "survey"]);
    expect(at("2026-11-01T09:00", autumn)).toEqual(["survey"]);
  });

  test("the survey leaves two days after at nine, replay or not", () => {
    expect(at("2027-01-23T08:59")).toEqual([]);
    expect(at("2027-01-23T09:00")).toEqual(["survey"]);
    expect(at("2027-01-23T09:00", { disabledMails: [{ kind: "survey" }] })).toEqual([]);
  });

  test("all of that is over long before retention", () => {
    expect(dueKinds(session(replay), later(60 * DAY, START))).toEqual([]);
    expect(dueKinds(session(replay), later(2 * HOUR, START))).toEqual([]);
    expect(AT < START).toBe(true);
  });
});
