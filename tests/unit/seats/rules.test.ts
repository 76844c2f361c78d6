import { expect, test } from "vitest";
import { isCancellable } from "#lib/seats/rules";
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
