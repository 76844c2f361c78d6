import { describe, expect, it, test } from "vitest";
import { changedNames, holdSame, isUpToDate } from "#lib/revisions/rules";
import { wordChanges } from "#lib/revisions/word-changes";

describe("what differs between two texts", () => {
  const shown = (before: string, after: string) =>
    wordChanges(before, after)
      .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `{-${text}-}`))
      .join("");

  it.each([
    ["L’alliance dure.", "L’alliance durable.", "L’alliance {-dure-}{+durable+}."],
    ["Un cœur d’élue", "Un cœur d’élu", "Un cœur d’{-élue-}{+élu+}"],
    ["", "Nouveau", "{+Nouveau+}"],
    ["Ôté", "", "{-Ôté-}"],
    ["Pareil", "Pareil", "Pareil"],
  ])("« %s » and « %s » are told apart by whole words", (before, after, words) => {
    expect(shown(before, after)).toBe(words);
  });

  it("loses nothing of either text, however far apart they are", () => {
    const text = (of: string) =>
      Array.from({ length: 3_000 }, (_, line) => `${of} ${line * (of.length + 1)}`).join("\n");
    const parts = wordChanges(text("a"), text("bc"));
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join("");
    expect(without("added")).toBe(text("a"));
    expect(without("removed")).toBe(text("bc"));
  });
});

test("two forms hold the same whatever the ends of their lines and the order of their boxes", () => {
  expect(holdSame({ a: "un\r\ndeux ", b: ["x", "y"] }, { a: "un\ndeux", b: ["y", "x"], c: "" })).toBe(true);
  expect(changedNames({ a: "un", b: ["x"] }, { a: "Un", b: "x", c: "z" })).toEqual(["a", "c"]);
});

test("what was typed over the last version is saved, and what the same form sent again", () => {
  const latest = { version: 4, pen: "p" };
  expect(isUpToDate({ version: 4, latest }, 4, null)).toBe(true);
  expect(isUpToDate({ version: 4, latest }, 3, "p")).toBe(true);
  expect(isUpToDate({ version: 4, latest }, 3, "q")).toBe(false);
  expect(isUpToDate({ version: 4, latest: { version: 4, pen: null } }, 3, null)).toBe(false);
  // Something else was saved after it.
  expect(isUpToDate({ version: 5, latest }, 3, "p")).toBe(false);
});
