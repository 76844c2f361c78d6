import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createPageCache, type PageCache } from "#lib/edge/page-cache/page-cache";
import { db } from "#lib/platform/db";
import { makeNeed, makeTerm } from "#tests/support/factories";
import { from, HTML, siteWith } from "#tests/support/kept-pages";

/** What a change costs to who holds many pages. */

const MANY = 10_000;
const TOGETHER = 50;
let drawn = 0;
let cache: PageCache | undefined;
afterEach(() => cache?.stop());

async function pages({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url.startsWith("/page-")) drawn += 1;
  const need = await db.need.findFirst({ select: { title: true } });
  await db.term.count();
  response.setHeader("Content-Type", HTML);
  response.end(`<p>${url} ${need?.title}</p>`);
}

const get = async (url: string) => {
  const { headers, body } = await from(cache as PageCache, url);
  return { told: headers["cache-status"], text: body.toString() };
};
const page = (number: number) => `/page-${number}`;

test("with ten thousand pages held, a change draws those that are asked for, and no other", async () => {
  await makeNeed({ title: "avant" });
  cache = createPageCache({
    pages,
    siteUrl: "https://portail.example",
    site: siteWith(),
    maxBytes: 400_000_000,
  });
  await expect.poll(async () => (await get("/page")).told, { timeout: 60_000 }).toBe("portail; hit");
  for (let number = 0; number < MANY; number += TOGETHER)
    await Promise.all(Array.from({ length: TOGETHER }, (_, index) => get(page(number + index))));
  drawn = 0;
  for (let number = 0; number < MANY; number += 500) expect((await get(page(number))).told).toBe("portail; hit");
  expect(drawn).toBe(0);

  await db.need.updateMany({ data: { title: "après" } });
  await cache.caughtUp();
  expect(await get(page(1))).toEqual({ told: "portail; fwd=stale", text: `<p>${page(1)} après</p>` });
  expect((await get(page(1))).told).toBe("portail; hit");
  expect((await get(page(2))).text).toContain("après");
  expect(drawn).toBe(2);

  // Another row, of a table that they read: what they read is asked again, and is another count.
  await makeTerm();
  await cache.caughtUp();
  drawn = 0;
  expect((await get(page(3))).text).toContain("après");
  expect(drawn).toBe(1);

  // The same rows, though somebody wrote: confirmed, not drawn.
  await db.need.updateMany({ data: { title: "après" } });
  await cache.caughtUp();
  drawn = 0;
  expect((await get(page(3))).told).toBe("portail; fwd=stale");
  expect(drawn).toBe(0);
});
