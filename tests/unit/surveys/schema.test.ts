import { expect, test } from "vitest";
import { surveySchema } from "#lib/surveys/schema";

const answer = { token: "x", usefulness: "4", intention: "yes", wish: "" };

test("two questions are obligatory, the wish is not", () => {
  expect(surveySchema.parse(answer)).toEqual({ token: "x", usefulness: 4, intention: "yes", suggestion: null });
  const faults = surveySchema.safeParse({ token: "x" }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(faults).toEqual([
    ["usefulness", "Dites si la séance vous a été utile, de 1 à 5."],
    ["intention", "Dites si vous allez mettre quelque chose en pratique."],
  ]);
});

test.each(["0", "6", "4.5", "", "quatre"])("%j is no note", (usefulness) => {
  expect(surveySchema.safeParse({ ...answer, usefulness }).success).toBe(false);
});

test("a wish has five hundred characters at most", () => {
  expect(surveySchema.safeParse({ ...answer, wish: "a".repeat(500) }).success).toBe(true);
  expect(surveySchema.safeParse({ ...answer, wish: "a".repeat(501) }).success).toBe(false);
});
