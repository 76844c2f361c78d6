import { expect, test } from "vitest";
import { barsOf, missed, tableOf, type Weight } from "#tests/load/bench-weight";

const LIGHT: Weight = {
  address: "/centres",
  elements: 300,
  requests: 8,
  bytes: 50_000,
  styles: 12_000,
  ecoIndex: 88,
  lcpMs: 1_200,
  cls: 0.01,
  tbtMs: 0,
  screens: 12,
};

test("what stands at its bars misses none, and each measure that passes its bar is told", () => {
  expect(missed(LIGHT)).toEqual([]);
  expect(missed({ ...LIGHT, elements: 301, ecoIndex: 87.9, cls: 0.011 })).toEqual(["elements", "ecoIndex", "cls"]);
  expect(missed({ ...LIGHT, requests: 9, bytes: 50_001, styles: 12_001, lcpMs: 1_201, tbtMs: 1 })).toEqual([
    "requests",
    "bytes",
    "styles",
    "lcpMs",
    "tbtMs",
  ]);
});

test.each([
  ["/", 6],
  ["/besoins/definir-sa-strategie", 7],
  ["/observatoire", 8],
])("%s is %d screens at most", (address, screens) => {
  expect(missed({ ...LIGHT, address, screens })).toEqual([]);
  expect(missed({ ...LIGHT, address, screens: screens + 0.1 })).toEqual(["screens"]);
});

test("the home page alone may weigh more", () => {
  expect(barsOf("/").bytes).toBe(60_000);
  expect(barsOf("/besoins").bytes).toBe(50_000);
});

test("the table marks what misses, and that alone", () => {
  const [, , first, second] = tableOf([LIGHT, { ...LIGHT, address: "/besoins", requests: 9 }]).split("\n");
  expect(first).not.toContain("✗");
  expect(second?.match(/✗ 9/g)).toHaveLength(1);
});
