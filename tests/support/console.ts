import { afterEach, beforeEach, expect } from "vitest";

/** Set-up file: whatever is said on console.error or console.warn makes the test fail, unless it was announced. */

const METHODS = ["error", "warn"] as const;
const originals = METHODS.map((method) => console[method]);
const unexpected: string[] = [];
const announced: RegExp[] = [];

/** Announces what this test makes the code say. */
export function expectConsole(...patterns: RegExp[]): void {
  announced.push(...patterns);
}

beforeEach(() => {
  unexpected.length = 0;
  announced.length = 0;
  for (const method of METHODS) {
    console[method] = (...said: unknown[]) => {
      const line = said.map(String).join(" ");
      if (!announced.some((pattern) => pattern.test(line))) unexpected.push(`console.${method}: ${line}`);
    };
  }
});

afterEach(() => {
  METHODS.forEach((method, index) => {
    const original = originals[index];
    if (original) console[method] = original;
  });
  const said = unexpected.splice(0);
  expect(said, "a test that makes the code complain must announce it with expectConsole()").toEqual([]);
});
