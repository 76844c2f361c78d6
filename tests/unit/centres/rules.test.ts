import { expect, test } from "vitest";
import { isIdentified } from "#lib/centres/rules";

test.each([
  ["https://centre.example", "documented", true],
  ["https://centre.example", "to_confirm", true],
  [null, "documented", true],
  [null, "to_confirm", false],
] as const)("a centre with the address %s, %s, is identified: %s", (url, confidence, identified) => {
  expect(isIdentified({ url, confidence })).toBe(identified);
});
