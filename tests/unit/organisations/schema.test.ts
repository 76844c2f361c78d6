import { expect, test } from "vitest";
import { organisationEdit } from "#lib/organisations/schema";

const typed = { slug: "medef", name: "MEDEF", source: "L’équipe", confidence: "documented" };
const lines = (count: number) => Array.from({ length: count }, (_, rank) => `Nom ${rank}`).join("\n");

test.each([
  ["aliases", lines(20), lines(21)],
  ["signatures", lines(20), lines(21)],
  ["summary", "x".repeat(300), "x".repeat(301)],
])("%s are bounded", (field, longest, longer) => {
  expect(organisationEdit.safeParse({ ...typed, [field]: longest }).success).toBe(true);
  expect(organisationEdit.safeParse({ ...typed, [field]: longer }).error?.issues[0]?.path[0]).toBe(field);
});
