import { expect, test } from "vitest";
import { faultWords } from "#lib/crawl/labels";

test("what a site answers is told with its number and what it means", () => {
  expect(faultWords("broken", 404)).toBe("Le site a répondu 404\u00A0: cette page n’existe pas, ou plus.");
  expect(faultWords("broken", 410)).toContain("plus");
  expect(faultWords("broken", 401)).toContain("refuse");
  expect(faultWords("broken", 403)).toContain("refuse");
  expect(faultWords("broken", 429)).toContain("plus tard");
  expect(faultWords("broken", 500)).toContain("panne");
  expect(faultWords("broken", 499)).toBe("Le site a répondu 499.");
  expect(faultWords("slow", null)).toBe("Le site n’a pas répondu à temps.");
});
