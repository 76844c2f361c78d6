import { describe } from "vitest";
import { outageLosesNothing } from "#tests/load/outage-away";
import { slowServersHoldNobody } from "#tests/load/outage-slow";

// Side by side, since both mostly wait; the tests of each follow one another.
describe.concurrent("a mail server that is away", () => {
  describe("for an hour", { concurrent: false }, () => outageLosesNothing());
});
describe.concurrent("mail servers that are slow", () => {
  describe("by half a minute", { concurrent: false }, () => slowServersHoldNobody());
});
