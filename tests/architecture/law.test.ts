import { describe, expect, test } from "vitest";
import { craftRules } from "#tests/architecture/craft";
import { cycleRules } from "#tests/architecture/cycles";
import { helpRules } from "#tests/architecture/help";
import { houseOf, readHouse } from "#tests/architecture/house";
import { layerRules } from "#tests/architecture/layers";
import { linkRules } from "#tests/architecture/links";
import { nounRules } from "#tests/architecture/nouns";
import { planRules } from "#tests/architecture/plan";
import { purityRules } from "#tests/architecture/purity";
import { sizeRules } from "#tests/architecture/size";
import { typographyRules } from "#tests/architecture/typography";
import { spentExceptions, writeRules } from "#tests/architecture/writes";

const house = readHouse();
const rules = [
  ...planRules,
  ...nounRules,
  ...sizeRules,
  ...layerRules,
  ...linkRules,
  ...writeRules,
  ...cycleRules,
  ...purityRules,
  ...craftRules,
  ...typographyRules,
  ...helpRules,
];

describe.each(rules)("$law", ({ law, reason, broken, planted, lawful }) => {
  test("is kept", () => {
    expect(broken(house), `${law}. ${reason}`).toEqual([]);
  });

  test.each(planted.map((files, index) => [Object.keys(files).join(" + "), index, files] as const))(
    "bites on %s (%i)",
    (_, __, files) => {
      expect(broken(houseOf(files))).not.toEqual([]);
    },
  );

  if (lawful) {
    test("leaves what is lawful alone", () => {
      expect(broken(houseOf(lawful))).toEqual([]);
    });
  }
});

test("every exception to the naming of what writes is still one", () => {
  expect(spentExceptions(house)).toEqual([]);
  expect(spentExceptions(houseOf({}))).not.toEqual([]);
});

test("the whole house was read", () => {
  expect(house.sources.length).toBeGreaterThan(40);
  expect(house.sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
});
