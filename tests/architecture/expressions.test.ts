import type { Node } from "oxc-parser";
import { check } from "recheck";
import { expect, test } from "vitest";
import { houseOf, nodesIn, readHouse, type Source } from "#tests/architecture/house";
import { lineAt, within } from "#tests/architecture/rule";

/** Every regular expression that a request may meet must take a time that grows as its text does: see `recheck`. */

type Expression = { at: string; pattern: string; flags: string };

const isMade = (node: Node) =>
  (node.type === "NewExpression" || node.type === "CallExpression") &&
  node.callee.type === "Identifier" &&
  node.callee.name === "RegExp";

function expressionsIn({ path, text, program }: Source): Expression[] {
  return [...nodesIn(program)].flatMap((node) => {
    const at = `${path}:${lineAt(text, node.start)}`;
    return node.type === "Literal" && "regex" in node ? [{ at, ...node.regex }] : [];
  });
}

const sources = readHouse().sources.filter(({ path }) => within(path, ["lib/", "app/", "components/"]));
/** The same texts are tried each time, to the end on a busy machine too. */
const CHECKED = { timeout: 60_000, attackTimeout: 10_000, incubationTimeout: 10_000, randomSeed: 0 };

/** None when it is linear; else how it grows, and on what. */
async function fault({ at, pattern, flags }: Expression): Promise<string[]> {
  const found = await check(pattern, flags, CHECKED);
  if (found.status === "safe") return [];
  const how = found.status === "vulnerable" ? `${found.complexity.summary}, on ${found.attack.pattern}` : "not known";
  return [`${at} /${pattern}/${flags}: ${how.slice(0, 200)}`];
}

async function faults(of: readonly Source[]): Promise<string[]> {
  const all = [];
  for (const expression of of.flatMap(expressionsIn)) all.push(...(await fault(expression)));
  return all;
}

test("no expression of lib, app and components is slower than linear", { timeout: 300_000 }, async () => {
  expect(sources.flatMap(expressionsIn).length).toBeGreaterThan(100);
  expect(await faults(sources)).toEqual([]);
});

test.each(["/\\s+$/", "/\\([^)]*\\)/g", "/^(.*?)[\\s,]*<([^<>]+)>$/", "/(a+)+b/", "/(?<=>)[\\t ]*[;,][\\t ]*(?=.*@)/"])(
  "it bites on %s, and names the file",
  { timeout: 60_000 },
  async (expression) => {
    const { sources } = houseOf({ "lib/needs/rules.ts": `\nexport const FOUND = ${expression};` });
    expect(await faults(sources)).toEqual([expect.stringMatching(/^lib\/needs\/rules\.ts:2 /)]);
  },
);

/** Made of constants of our own, each with its reason: what they are tried on is short, or they are linear. */
const COMPUTED = ["lib/auth/password-rules.ts", "lib/mail/redact.ts"];

test("those that are computed are known, so that no text of a visitor becomes one", () => {
  const computed = sources.filter(({ program }) => [...nodesIn(program)].some(isMade)).map(({ path }) => path);
  expect(computed).toEqual(COMPUTED);
});
