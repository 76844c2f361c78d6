import { describe, expect, test } from "vitest";
import { lastNight, publish, publishedCount, publishedGroups, publishedShare, STEP } from "#lib/statistics/rules";
import type { RawFigures } from "#lib/statistics/schema";
import fc from "#tests/support/properties";

describe("a number of people", () => {
  test.each([
    [0, null],
    [4, null],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
    [1002, 1000],
  ])("%i is published as %s", (count, published) => {
    expect(publishedCount(count)).toBe(published);
  });
});

describe("groups", () => {
  const rows = (counts: Record<string, number>) => Object.entries(counts).map(([key, count]) => ({ key, count }));

  test("under five join the others, with the smallest of those that are shown until they are five", () => {
    expect(publishedGroups(rows({ a: 20, b: 11, c: 3, d: 2 }))).toEqual([
      { key: "a", count: 20 },
      { key: "b", count: 10 },
      { key: null, count: 5 },
    ]);
    expect(publishedGroups(rows({ a: 20, b: 11, c: 1 }))).toEqual([
      { key: "a", count: 20 },
      { key: null, count: 10 },
    ]);
  });

  test("that would leave one alone, or none, are not published", () => {
    expect(publishedGroups(rows({ a: 20, b: 1 }))).toEqual([]);
    expect(publishedGroups(rows({ a: 1 }))).toEqual([]);
    expect(publishedGroups(rows({ a: 4, b: 4, c: 4 }))).toEqual([]);
    expect(publishedGroups([])).toEqual([]);
  });

  test("never tell of fewer than five, nor by their difference with the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (counts) => {
        const groups = publishedGroups(counts.map((count, key) => ({ key, count })));
        const shown = groups.flatMap(({ key }) => (key === null ? [] : [counts[key] ?? 0]));
        const rest = counts.reduce((sum, count) => sum + count, 0) - shown.reduce((sum, count) => sum + count, 0);
        for (const count of shown) expect(count).toBeGreaterThanOrEqual(STEP);
        for (const { count } of groups) expect(count % STEP).toBe(0);
        if (shown.length) expect(rest === 0 || rest >= STEP).toBe(true);
      }),
    );
  });
});

test("a share is of fives, by steps of five hundredths, and is not given of too few", () => {
  expect(publishedShare(4, 50)).toBeNull();
  expect(publishedShare(33, 50)).toBe(0.7);
  expect(publishedShare(52, 53)).toBe(0.9);
  expect(publishedShare(8, 8)).toBe(1);
});

test.each([
  ["2027-01-21T02:00:00Z", "2027-01-21T02:00:00.000Z"],
  ["2027-01-21T01:59:59Z", "2027-01-20T02:00:00.000Z"],
  ["2027-07-01T12:00:00Z", "2027-07-01T01:00:00.000Z"],
  ["2027-03-28T12:00:00Z", "2027-03-28T01:00:00.000Z"],
  ["2027-10-31T12:00:00Z", "2027-10-31T02:00:00.000Z"],
])("at %s the last night was counted at %s", (at, night) => {
  expect(lastNight(new Date(at)).toISOString()).toBe(night);
});

test("views are published by fives, those of few together, whoever read them", () => {
  const nobody = { held: 0, registrations: 0, byProfile: [], present: 0, rate: null };
  const views = {
    months: [
      { key: "2026-11", count: 4 },
      { key: "2026-12", count: 63 },
    ],
    pages: ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((key, index) => ({ key, count: 100 - 12 * index })),
  };
  const published = publish({ attendance: nobody, survey: null, views }, new Date(0)).views;
  expect(published).toMatchObject({
    year: 65,
    months: [
      { key: "2026-11", count: null },
      { key: "2026-12", count: 65 },
    ],
  });
  expect(published?.pages).toHaveLength(8);
  expect(published?.pages.map(({ count }) => count % STEP)).toEqual(Array(8).fill(0));
});

describe("one person more", () => {
  const profiles = ["association", "company", "foundation"] as const;
  const figuresOf = (people: readonly (typeof profiles)[number][]): RawFigures => ({
    attendance: {
      held: 3,
      registrations: people.length,
      byProfile: profiles.map((profile) => ({ profile, count: people.filter((one) => one === profile).length })),
      present: people.length,
      rate: people.length ? 1 : null,
    },
    survey: null,
    views: null,
  });

  test("moves a mean by halves", () => {
    const mean = (told: number) =>
      publish({ ...figuresOf([]), survey: { answers: 9, mean: told, usefulness: [], intentions: [] } }, new Date(0))
        .survey?.mean;
    expect([4.2, 4.3, 4.7, 4.8].map(mean)).toEqual([4, 4.5, 4.5, 5]);
  });

  test("moves each number by a step at most, and shows no group of theirs alone", () => {
    const at = new Date("2027-01-21T02:00:00Z");
    const person = fc.constantFrom(...profiles);
    fc.assert(
      fc.property(fc.record({ people: fc.array(person, { maxLength: 60 }), more: person }), ({ people, more }) => {
        const before = publish(figuresOf(people), at);
        const after = publish(figuresOf([...people, more]), at);
        expect((after.registrations ?? 0) - (before.registrations ?? 0)).toBeLessThanOrEqual(STEP);
        const counted = figuresOf([...people, more]).attendance.byProfile;
        for (const { key } of after.byProfile)
          if (key !== null) expect(counted.find(({ profile }) => profile === key)?.count).toBeGreaterThanOrEqual(STEP);
      }),
    );
  });
});
