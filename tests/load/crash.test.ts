import { describe } from "vitest";
import { killsLoseNobody } from "#tests/load/crash-kills";
import { powerCutsLoseNobody } from "#tests/load/crash-power";

// Side by side: whoever waits for a killed worker's messages to leave has nothing else to do. The tests of each follow
// one another.
describe.concurrent("processes that are killed", () => {
  describe("while people register", { concurrent: false }, () => killsLoseNobody());
});
describe.concurrent("power cuts", () => {
  describe("while people register", { concurrent: false }, () => powerCutsLoseNobody());
});
