import { expect, test } from "vitest";
import { createChangeLog } from "#lib/edge/page-cache/change-log";

const made = (...tables: string[]) => new Set(tables);

test("a change concerns what is made of its table, and was before it", () => {
  const log = createChangeLog();
  log.write("Need");
  const entry = { tables: made("Need", "Centre"), asOf: log.count() };
  expect(log.concerns(entry)).toBe(false);
  log.write("Term");
  expect(log.concerns(entry)).toBe(false);
  log.write("Centre");
  expect(log.concerns(entry)).toBe(true);
  expect(log.concerns({ ...entry, asOf: log.count() })).toBe(false);
});

test("changes that may have been missed concern everything made of a table, and nothing else", () => {
  const log = createChangeLog();
  const entry = { tables: made("Need"), asOf: log.count() };
  log.write(null);
  expect(log.concerns(entry)).toBe(true);
  expect(log.concerns({ tables: made(), asOf: 0 })).toBe(false);
});
