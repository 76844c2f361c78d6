import { expect, test } from "vitest";
import { oneHourBefore } from "#lib/notices/rules";

test("an hour is counted on the instant, not on the clock of Paris", () => {
  expect(oneHourBefore(new Date("2027-03-28T01:30:00Z")).toISOString()).toBe("2027-03-28T00:30:00.000Z");
});
