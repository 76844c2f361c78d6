import { describe, expect, it } from "vitest";
import { isHoneypotFilled, isTooQuick, riskOf, secondsToWait } from "#lib/abuse/rules";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";

describe("isTrapped", () => {
  it.each([
    [undefined, false],
    ["", false],
    ["https://robot.example", true],
    [["", "x"], true],
  ])("%o: %s", (posted, trapped) => {
    expect(isHoneypotFilled(posted)).toBe(trapped);
  });
});

describe("isTooQuick", () => {
  it.each([
    [1_499, true],
    [1_500, false],
    [HOUR, false],
  ])("after %i ms: %s", (age, quick) => {
    expect(isTooQuick(AT, later(age))).toBe(quick);
  });

  it("doubts a form that does not say when it was shown", () => {
    expect(isTooQuick(null, AT)).toBe(true);
  });
});

describe("weigh", () => {
  it.each([
    ["a class of thirty", { posts: 30, hourly: 30, suspicious: 0 }, "pass"],
    ["the last without a proof", { posts: 60, hourly: 60, suspicious: 10 }, "pass"],
    ["a crowd", { posts: 61, hourly: 61, suspicious: 0 }, "challenge"],
    ["quick hands", { posts: 11, hourly: 11, suspicious: 11 }, "challenge"],
    ["the last of an hour", { posts: 1, hourly: 300, suspicious: 0 }, "pass"],
    ["a flood", { posts: 1, hourly: 301, suspicious: 0 }, "refuse"],
  ] as const)("%s", (_, counts, verdict) => {
    expect(riskOf(counts)).toBe(verdict);
  });
});

describe("secondsToWait", () => {
  it.each([
    [0, 20],
    [19_001, 1],
    [20_000, 0],
    [59 * MINUTE, 0],
    [HOUR, null],
  ])("%i ms after the challenge: %s", (age, seconds) => {
    expect(secondsToWait(AT, later(age))).toBe(seconds);
  });
});
