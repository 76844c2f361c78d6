import { describe, expect, test } from "vitest";
import { decisionsIn } from "#lib/attendance/reports/fields";
import { type Match, NEWCOMER, NOBODY, rowFields } from "#lib/attendance/reports/schema";

const REGISTRANTS = [
  { id: "camille", email: "Camille@exemple.fr" },
  { id: "elodie", email: "elodie@exemple.fr" },
];
const decide = (match: Match, typed: { choice?: string; other?: string; profile?: string }, addable = true) => {
  const names = rowFields(0);
  const fields = Object.entries(typed).map(([field, value]) => [names[field as keyof typeof names], value]);
  return decisionsIn([{ name: "Sacha", match, addable }], REGISTRANTS, Object.fromEntries(fields));
};
const DOUBT: Match = { by: "doubt", candidates: ["camille"] };
const NOTHING: Match = { by: "nothing" };
const SURE: Match = { by: "address", registrationId: "camille" };

describe("a review", () => {
  test.each([
    [SURE, { choice: "camille" }, { registrationId: "camille" }],
    [SURE, {}, null],
    [DOUBT, { choice: "elodie" }, { registrationId: "elodie" }],
    [DOUBT, { choice: NOBODY }, null],
    [NOTHING, { choice: NEWCOMER, profile: "company" }, { add: "company" }],
    [NOTHING, { choice: NOBODY, other: " ELODIE@exemple.fr" }, { registrationId: "elodie" }],
  ])("%o, %o", (match, typed, decision) => expect(decide(match, typed)).toEqual({ decisions: [decision] }));

  test.each([
    ["row-0", DOUBT, {}, true],
    ["row-0", DOUBT, { choice: "someone-else" }, true],
    ["row-0", NOTHING, { choice: NEWCOMER, profile: "company" }, false],
    ["profile-0", NOTHING, { choice: NEWCOMER }, true],
    ["other-0", DOUBT, { choice: "camille", other: "inconnu@exemple.fr" }, true],
  ])("asks again about %s", (field, match, typed, addable) => {
    const review = decide(match, typed, addable);
    expect("errors" in review && Object.keys(review.errors)).toEqual([field]);
  });
});
