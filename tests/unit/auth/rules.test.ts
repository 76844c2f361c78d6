import { expect, test } from "vitest";
import { isProven } from "#lib/auth/rules";
import { AT, later, MINUTE } from "#tests/support/clock";

test("who has proven who they are is asked again after a quarter of an hour", () => {
  expect([0, 15 * MINUTE - 1, 15 * MINUTE].map((elapsed) => isProven(AT, later(elapsed)))).toEqual([true, true, false]);
});
