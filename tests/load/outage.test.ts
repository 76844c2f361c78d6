import { describe } from "vitest";
import { outageLosesNothing } from "#tests/load/outage-away";
import { slowServersHoldNobody } from "#tests/load/outage-slow";

// Side by side, each in order: both mostly wait.
const IN_ORDER = { concurrent: false };
describe.concurrent("a mail server that is away", () => describe("for an hour", IN_ORDER, () => outageLosesNothing()));
describe.concurrent("mail servers that are slow", () => describe("by 30 s", IN_ORDER, () => slowServersHoldNobody()));
