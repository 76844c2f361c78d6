import { describe, expect, test } from "vitest";
import { publicationState } from "#lib/publication/rules";
import { AT, later } from "#tests/support/clock";

describe("publicationState", () => {
  test.each([
    ["no date", null, null, "draft"],
    ["a date to come", later(1), null, "scheduled"],
    ["this very instant", AT, null, "published"],
    ["a date gone by", later(-1), null, "published"],
    ["withdrawn after publication", later(-2), later(-1), "withdrawn"],
    ["withdrawn before publication", later(1), later(-1), "withdrawn"],
    ["withdrawn and never dated", null, later(-1), "withdrawn"],
  ] as const)("%s", (_, publishedAt, withdrawnAt, state) => {
    expect(publicationState({ publishedAt, withdrawnAt }, AT)).toBe(state);
  });
});
