import { expect, test } from "vitest";
import { helpNamed } from "#lib/help/rules";

const NAMES = [
  "index",
  "chaque",
  "chaque/chaque",
  "chaque/chaque/historique",
  "webinaires",
  "webinaires/chaque",
  "webinaires/chaque/presence",
  "webinaires/chaque/presence/chaque",
];

test.each([
  [[], "index"],
  [["besoins"], "chaque"],
  [["index"], "chaque"],
  [["besoins", "nouveau"], "chaque/chaque"],
  [["webinaires"], "webinaires"],
  [["webinaires", "1"], "webinaires/chaque"],
  [["webinaires", "1", "presence"], "webinaires/chaque/presence"],
  [["webinaires", "1", "historique"], "chaque/chaque/historique"],
  [["webinaires", "1", "presence", "2"], "webinaires/chaque/presence/chaque"],
  [["besoins", "1", "..", ".."], null],
  [["besoins", "1", "inconnu"], null],
])("the help of %j is %s", (segments, name) => {
  expect(helpNamed(NAMES, segments)).toBe(name);
  expect(helpNamed(NAMES.toReversed(), segments)).toBe(name);
});
