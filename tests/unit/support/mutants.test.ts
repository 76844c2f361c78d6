import { expect, test } from "vitest";
import { houseOf } from "#tests/architecture/house";
import { mutantsOf } from "#tests/mutants/find";
import { orderKeys } from "#tests/mutants/order-keys";
import { relatedTests } from "#tests/mutants/related";

const FILE = "lib/needs/queries.ts";
/** What each mutant is called, and the file once it is broken. */
const brokenIn = (text: string) =>
  houseOf({ [FILE]: text })
    .sources.flatMap(mutantsOf)
    .map(({ id, start, end, becomes }) => [
      id.replace(`${FILE} `, ""),
      text.slice(0, start) + becomes + text.slice(end),
    ]);

test.each([
  ['const f = { orderBy: { id: "asc" } };', "f.orderBy.id asc → desc", 'const f = { orderBy: { id: "desc" } };'],
  ["const LATE_MS = 24 * 60 * 60;", "LATE_MS 24 → 1", "const LATE_MS = 1 * 60 * 60;"],
  ["const MOST = 1_000;", "MOST 1_000 → 100000", "const MOST = 100000;"],
  ["const f = { take: 50 };", "f.take 50 → 1", "const f = { take: 1 };"],
  ["const f = requiredText('x', 80);", "f.requiredText 80 → 8000", "const f = requiredText('x', 8000);"],
  ["const priorityOf = (a) => (a ? 1 : two);", "priorityOf 1 → 0", "const priorityOf = (a) => (a ? 0 : two);"],
  ["const f = sql`ORDER BY a.b, c LIMIT 1`;", "f a.b reversed", "const f = sql`ORDER BY a.b DESC, c LIMIT 1`;"],
  [`const f = sql\`ORDER BY \${a} ASC\`;`, "f … ASC reversed", `const f = sql\`ORDER BY \${a} DESC\`;`],
  ["const BY_NAME = sql`f(a), b`;", "BY_NAME f(a) reversed", "const BY_NAME = sql`f(a) DESC, b`;"],
])("%s is broken", (text, name, broken) => {
  expect(brokenIn(text)[0]).toEqual([name, broken]);
});

test.each(["const f = list[0];", "const f = Math.max(2, 3);", "const f = { take: 1 };", "type F = 'asc' | 'desc';"])(
  "%s is left alone",
  (text) => {
    expect(brokenIn(text)).toEqual([]);
  },
);

test("what is broken twice alike has two names", () => {
  const names = brokenIn('const f = [{ a: "asc" }, { a: "asc" }];').map(([name]) => name);
  expect(names).toEqual(["f.a asc → desc", "f.a asc → desc (2)"]);
});

test("the keys of an order end where its list does", () => {
  const keys = (sql: string) => orderKeys(sql, false).map(({ key }) => key);
  expect(keys('(SELECT 1 ORDER BY f(a, b) DESC, "c") AS d, e')).toEqual(["f(a, b) DESC", '"c"']);
  expect(keys("ORDER BY a NULLS LAST, \0\0\0\0 LIMIT 3")).toEqual(["a NULLS LAST"]);
  expect(keys("ORDER BY a, \0\0\0\0 \0\0\0\0")).toEqual(["a"]);
  expect(keys("ORDER BY a \0\0\0\0")).toEqual(["a"]);
  expect(keys("INSERT INTO t SELECT b ORDER BY b ON CONFLICT DO NOTHING RETURNING c, d")).toEqual(["b"]);
  expect(keys('ORDER BY "ON", "a"."FOR" LIMIT 2')).toEqual(['"ON"', '"a"."FOR"']);
});

test("the tests that import a file, stand beside it or reach it in two steps, are near; those further are far", () => {
  const house = houseOf({
    [FILE]: "export const a = 1;",
    "lib/centres/queries.ts": 'import { a } from "#lib/needs/queries";\nimport type { B } from "#lib/pages/schema";',
    "tests/unit/needs/rules.test.ts": "",
    "tests/integration/needs/seed.test.ts": 'import { b } from "#lib/needs/queries";',
    "tests/integration/search/french.test.ts": 'import { a } from "#lib/needs/queries";',
    "tests/integration/centres/queries.test.ts": 'import { b } from "#lib/centres/queries";',
    "lib/feeds/queries.ts": 'import { b } from "#lib/centres/queries";',
    "tests/integration/feeds/queries.test.ts": 'import { c } from "#lib/feeds/queries";',
    "tests/e2e/search.spec.ts": 'import { a } from "#lib/needs/queries";',
  });
  expect(relatedTests(house)({ file: FILE, symbol: "a" })).toEqual({
    near: [
      ["tests/unit/needs/rules.test.ts"],
      ["tests/integration/search/french.test.ts", "tests/integration/needs/seed.test.ts"],
      [],
      ["tests/integration/centres/queries.test.ts"],
    ],
    far: ["tests/integration/feeds/queries.test.ts"],
  });
  expect(relatedTests(house)({ file: "lib/pages/schema.ts", symbol: "B" })).toEqual({
    near: [[], [], [], []],
    far: [],
  });
});
