import { describe } from "vitest";
import { killsLoseNobody } from "#tests/load/crash-kills";
import { powerCutsLoseNobody } from "#tests/load/crash-power";

// Side by side: whoever waits for a killed worker's messages to leave has nothing else to do.
describe.concurrent("side by side", () => {
  describe("processes that are killed", { concurrent: false }, () => killsLoseNobody());
  describe("power cuts", { concurrent: false }, () => powerCutsLoseNobody());
});
