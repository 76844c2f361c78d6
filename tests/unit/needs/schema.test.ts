import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { needEdit, reasonField } from "#lib/needs/schema";

const [a = "", b = "", c = ""] = [randomUUID(), randomUUID(), randomUUID()].sort();
const typed = {
  slug: "un-besoin",
  source: "Le RAMEAU",
  confidence: "documented",
  position: "1",
  title: "Un besoin",
  question: "Quoi\u202F?",
  summary: "Voici.",
  answer: "Oui.",
  firstStep: "Un geste.",
  keyPoints: "- Un point.",
  body: "Texte.",
  learn: "Lire.",
  train: "Suivre.",
  act: "Faire.",
  perspectives: "projects",
};

describe("the edit form of a need", () => {
  test("gathers why each centre answers, sorted; an empty reason is no answer", () => {
    const form = {
      ...typed,
      [reasonField(b)]: " Parce que. ",
      [reasonField(a)]: "Parce qu’ici.",
      [reasonField(c)]: " ",
      toConfirm: b,
    };
    expect(needEdit.parse(form).centres).toEqual([
      { centreId: a, reason: "Parce qu’ici.", confidence: "documented" },
      { centreId: b, reason: "Parce que.", confidence: "to_confirm" },
    ]);
  });

  test("reads several boxes as well as one", () => {
    expect(needEdit.parse({ ...typed, perspectives: ["projects", "ecosystem", "projects"] })).toMatchObject({
      perspectives: ["projects", "ecosystem"],
      centres: [],
    });
  });

  test("wants a perspective, and real identifiers", () => {
    const { perspectives: _, ...without } = typed;
    const faults = needEdit.safeParse({ ...without, [reasonField("x")]: "Parce que." }).error?.issues;
    expect(faults?.map(({ path }) => path[0])).toEqual(expect.arrayContaining(["perspectives", "centres"]));
  });

  test.each([undefined, null, "texte", 3])("refuses %s", (value) => {
    expect(needEdit.safeParse(value).success).toBe(false);
  });
});
