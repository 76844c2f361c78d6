import { expect, test } from "vitest";
import { isCancellable, oneHourBefore } from "#lib/registrations/rules";
import { AT, HOUR, later } from "#tests/support/clock";

test("a seat can be given back until the session starts", () => {
  const session = { startsAt: AT };
  expect([-HOUR, -1, 0, 1].map((distance) => isCancellable(session, later(distance)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("an hour is counted on the instant, not on the clock of Paris", () => {
  expect(oneHourBefore(new Date("2027-03-28T01:30:00Z")).toISOString()).toBe("2027-03-28T00:30:00.000Z");
});
