import { describe, expect, test } from "vitest";
import { fitting, groupOf, linesFor, minutesOf } from "#lib/orientation/rules";
import { asLines, groupEdit, type Line, STAGES, TIMES } from "#lib/orientation/schema";
import { Profile } from "#prisma/enums";
import fc from "#tests/support/properties";

const line = (address: string, more: Partial<Line> = {}): Line => ({
  need: "un-besoin",
  stage: "learn",
  profiles: [],
  address,
  minutes: 5,
  reason: "Parce que.",
  ...more,
});
const addresses = (lines: readonly Line[]) => lines.map(({ address }) => address);

describe("what answers", () => {
  const table = [
    line("/toujours", { need: null }),
    line("/agir", { stage: "act" }),
    line("/elu", { profiles: ["elected_official"] }),
    line("/besoin"),
    line("/autre", { need: "un-autre" }),
    line("/apprendre", { stage: "train" }),
  ];
  const answers = { profile: null, need: "un-besoin", stage: null };

  test("comes by stage, that of the need before that of all, and nothing of others", () => {
    expect(addresses(linesFor(table, answers))).toEqual(["/besoin", "/toujours", "/apprendre", "/agir"]);
    expect(addresses(linesFor(table, { ...answers, profile: "elected_official" }))).toContain("/elu");
    expect(addresses(linesFor(table, { ...answers, profile: "company" }))).not.toContain("/elu");
  });

  test("begins where the person stands", () => {
    expect(addresses(linesFor(table, { ...answers, stage: "train" }))).toEqual(["/apprendre", "/agir"]);
    expect(addresses(linesFor(table, { ...answers, stage: "act" }))).toEqual(["/agir"]);
  });

  test("comes once", () => {
    expect(linesFor([line("/a"), line("/a", { stage: "act" }), line("/a", { need: null })], answers)).toEqual([
      line("/a"),
    ]);
  });

  test("is edited by need, apart from what holds for all", () => {
    expect(addresses(groupOf(table, "un-autre"))).toEqual(["/autre"]);
    expect(addresses(groupOf(table, "tous"))).toEqual(["/toujours"]);
  });
});

const steps = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 90 }) }), { maxLength: 12 });

test("what fits is in order, never longer than asked but for one step alone, and nothing that would fit is left", () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 240 }), (all, minutes) => {
      const kept = fitting(all, minutes);
      const total = minutesOf(kept);
      expect(all.filter((step) => kept.includes(step))).toEqual(kept);
      if (all.length) expect(kept.length).toBeGreaterThan(0);
      if (kept.length > 1) expect(total).toBeLessThanOrEqual(minutes);
      if (total <= minutes)
        for (const left of all.filter((step) => !kept.includes(step)))
          expect(total + left.minutes).toBeGreaterThan(minutes);
    }),
  );
  expect(fitting([{ minutes: 60 }, { minutes: 30 }], 5)).toEqual([{ minutes: 30 }]);
  expect(fitting([{ minutes: 3 }, { minutes: 2 }], 5)).toHaveLength(2);
  expect(fitting([{ minutes: 500 }], null)).toHaveLength(1);
});

describe("the form of a need", () => {
  const typed = (lines: string) => groupEdit.safeParse({ need: "un-besoin", lines, shown: "x" });

  test("reads what it shows", () => {
    const own = fc.record({
      stage: fc.constantFrom(...STAGES),
      address: fc.constantFrom("/besoins/un", "/methode"),
      minutes: fc.integer({ min: 1, max: 999 }),
      reason: fc.constantFrom("Parce que.", "Pour 3 raisons : l’une, l’autre."),
      profiles: fc.subarray(Object.values(Profile)),
    });
    fc.assert(
      fc.property(fc.array(own, { maxLength: 8 }), (lines) => {
        const sorted = lines.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
        expect(typed(asLines(lines)).data?.lines).toEqual(sorted);
      }),
    );
  });

  test("takes a straight apostrophe and capitals as they are typed", () => {
    expect(typed("s'informer\n/a 3 Lire.\nSE FORMER\n/b 4 Voir. | elu").data?.lines).toMatchObject([
      { stage: "learn", address: "/a" },
      { stage: "train", profiles: ["elected_official"] },
    ]);
  });

  test.each([
    ["/a 3 Lire.", /^Ligne 1.*commencez par/],
    ["Agir\n/a Lire.", /^Ligne 2.*les minutes/],
    ["Agir\n/a 3 Lire. | roi", /^Ligne 2.*«\u202Froi\u202F» n’est pas un public.*elu/],
    ["Agir\n/a 3 Lire. | elu | association", /^Ligne 2.*écrivez l’adresse/],
  ])("says which line is wrong: %s", (lines, message) => {
    expect(typed(lines).error?.issues).toEqual([
      expect.objectContaining({ path: ["lines"], message: expect.stringMatching(message) }),
    ]);
  });
});

test.each([
  ["5-minutes", 5],
  ["30-minutes", 30],
  ["demi-journee", 240],
] as const)("%s is what can be read in %i minutes, and not one more", (time, minutes) => {
  const steps = [{ minutes: minutes - 1 }, { minutes: 1 }, { minutes: 1 }];
  expect(fitting(steps, TIMES[time])).toEqual(steps.slice(0, 2));
});
