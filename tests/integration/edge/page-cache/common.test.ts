import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findStanding } from "#lib/accessibility/queries";
import { numbersOf } from "#lib/accessibility/schema";
import type { PageCache } from "#lib/edge/page-cache/page-cache";
import { commonWords } from "#lib/observation/page";
import { db } from "#lib/platform/db";
import { SITE } from "#lib/site/site";
import { AT } from "#tests/support/clock";
import { from, HTML, openCache, siteWith } from "#tests/support/kept-pages";
import { statementsOf } from "#tests/support/statements";

/** What every page says alike, of a cache before pages that read nothing else. */

const ALL = Array.from({ length: 13 }, (_, index) => numbersOf(index + 1)).flat();
const evaluate = (numbers: readonly string[]) =>
  db.accessibilityCriterion.createMany({
    data: numbers.map((number) => ({ number, state: "met" as const, evaluatedAt: AT })),
  });

let cache: PageCache;
let drawn: number;

async function pages({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  drawn += 1;
  response.setHeader("Content-Type", HTML);
  response.end(url.startsWith("/muette") ? "rien" : `<p>${commonWords()}</p>`);
}
const read = async (url: string) => (await from(cache, url)).body.toString();
const readings = async (work: () => Promise<unknown>) =>
  (await statementsOf(work)).filter(({ text }) => text.includes("AccessibilityCriterion")).length;

beforeEach(async () => {
  drawn = 0;
  cache = openCache(pages, [], { site: { ...siteWith(), common: SITE.common } });
  await expect
    .poll(async () => (await from(cache, "/page")).headers["cache-status"], { timeout: 60_000 })
    .toBe("portail; hit");
});
afterEach(() => cache.stop());

const ADDRESSES = ["/besoins", "/centres", "/glossaire"];

test("it is read once for all pages, whatever their number", async () => {
  const asked = await readings(async () => {
    for (const address of ADDRESSES) expect(await read(address)).toBe("<p>non conforme</p>");
  });
  expect(asked).toBe(0);
});

test("what changes it shows at once on every page that says it, and is read once", async () => {
  for (const address of ["/muette", ...ADDRESSES]) await read(address);
  const before = drawn;
  await evaluate(ALL);
  await cache.caughtUp();
  const asked = await readings(async () => {
    for (const address of ADDRESSES) expect(await read(address)).toBe("<p>totalement conforme</p>");
    expect(await read("/muette")).toBe("rien");
  });
  expect([asked, drawn - before]).toEqual([1, ADDRESSES.length]);
  expect(await findStanding()).toBe("totalement conforme");
});

test("what leaves it as it was draws no page anew", async () => {
  for (const address of ADDRESSES) await read(address);
  const before = drawn;
  await evaluate(ALL.slice(1));
  await cache.caughtUp();
  for (const address of ADDRESSES) expect(await read(address)).toBe("<p>non conforme</p>");
  expect(drawn).toBe(before);
});

test("a page that stands in for others is drawn without it, whatever happens", async () => {
  expect(await readings(() => read("/indisponible"))).toBe(0);
  expect(await read("/indisponible")).toBe("<p>undefined</p>");
});
