import { describe, expect, test } from "vitest";
import { timeLabel } from "#lib/collections/labels";
import { collectionEdit, itemsAsLines, kindOfSlug, slugOfPath } from "#lib/collections/schema";

const typed = {
  slug: "parcours-maire",
  position: "1",
  title: "Parcours de maire",
  summary: "Cinq minutes pour commencer.",
  profile: "elected_official",
  source: "L’équipe",
  confidence: "own_words",
};
const LINES =
  "/observatoire 3 Pour les chiffres.\n5 minutes\n/besoins/a 2 Pour la question.\nUne demi-journée\n/ressources/b 60 Pour le fond.";
const ITEMS = [
  { address: "/observatoire", level: null, minutes: 3, reason: "Pour les chiffres." },
  { address: "/besoins/a", level: "five_minutes", minutes: 2, reason: "Pour la question." },
  { address: "/ressources/b", level: "half_day", minutes: 60, reason: "Pour le fond." },
] as const;

describe("the edit form of a collection", () => {
  test("reads a line as what is to be read, and a line of time as a level; it shows them as they were typed", () => {
    expect(collectionEdit.parse({ ...typed, items: LINES }).items).toEqual(ITEMS);
    expect(itemsAsLines(ITEMS)).toBe(LINES);
  });

  test("a level is understood however it is spaced and cased", () => {
    const read = collectionEdit.parse({ ...typed, items: "30\u00A0MINUTES\n/observatoire 3 Voir." });
    expect(read.items).toMatchObject([{ level: "half_hour" }]);
  });

  test.each(["/observatoire", "/observatoire 3", "/observatoire trois Voir.", "https://exemple.fr 3 Voir."])(
    "says how a line is written: %s",
    (items) => {
      const [issue] = collectionEdit.safeParse({ ...typed, items }).error?.issues ?? [];
      expect(issue).toMatchObject({
        path: ["items"],
        message: expect.stringContaining("écrivez l’adresse, les minutes"),
      });
      expect(issue?.message).toContain(items);
    },
  );

  test("holds sixty lines, and a summary of 420 characters", () => {
    const many = (count: number) => Array.from({ length: count }, () => "/observatoire 3 Voir.").join("\n");
    expect(collectionEdit.safeParse({ ...typed, items: many(60) }).success).toBe(true);
    expect(collectionEdit.safeParse({ ...typed, items: many(61) }).success).toBe(false);
    expect(collectionEdit.safeParse({ ...typed, items: "", summary: "x".repeat(420) }).success).toBe(true);
    expect(collectionEdit.safeParse({ ...typed, items: "", summary: "x".repeat(421) }).success).toBe(false);
  });

  test("who it is for may be left empty", () => {
    expect(collectionEdit.parse({ ...typed, profile: "" }).profile).toBeNull();
  });
});

test("the address of a path and its slug are one", () => {
  expect([kindOfSlug(slugOfPath("maire")), kindOfSlug("parcours-"), kindOfSlug("phare")]).toEqual([
    "reading_path",
    "collection",
    "collection",
  ]);
});

test.each([
  [5, "5\u00A0min"],
  [59, "59\u00A0min"],
  [60, "1\u00A0h"],
  [65, "1\u00A0h\u00A005"],
])("%i minutes are %s", (minutes, words) => {
  expect(timeLabel(minutes)).toBe(words);
});
