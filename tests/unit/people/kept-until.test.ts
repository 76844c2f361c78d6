import { describe, expect, it } from "vitest";
import { keptUntil } from "#lib/people/rules";

describe("keptUntil", () => {
  it("counts six months in Paris, across the clock changes and short months", () => {
    expect(keptUntil("identity", new Date("2027-01-21T12:00:00Z")).toISOString()).toBe("2027-07-21T11:00:00.000Z");
    expect(keptUntil("identity", new Date("2026-08-31T11:00:00Z")).toISOString()).toBe("2027-02-28T12:00:00.000Z");
  });

  it("counts thirty days for access needs", () => {
    expect(keptUntil("accessNeeds", new Date("2027-03-18T12:00:00Z")).toISOString()).toBe("2027-04-17T11:00:00.000Z");
  });
});
