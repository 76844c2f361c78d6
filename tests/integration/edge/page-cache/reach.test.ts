import type { IncomingMessage, ServerResponse } from "node:http";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageCache } from "#lib/edge/page-cache/page-cache";
import { db } from "#lib/platform/db";
import { pause } from "#tests/support/chance";
import { makeNeed } from "#tests/support/factories";
import { from, HTML, openCache } from "#tests/support/kept-pages";
import { proxyTo, type SilentProxy } from "#tests/support/proxy";

/** How soon what somebody writes is seen in the pages that a process keeps. */

const TRUSTED_MS = 5_000;
const ROUNDS = 20;
const LONG_ENOUGH_MS = TRUSTED_MS + 1_500;

let proxy: SilentProxy;
let caches: PageCache[];
let writer: pg.Client;

async function pages(_: IncomingMessage, response: ServerResponse): Promise<void> {
  const need = await db.need.findFirst({ select: { title: true } });
  response.setHeader("Content-Type", HTML);
  response.end(need?.title);
}

const read = async (cache: PageCache) => {
  const { headers, body } = await from(cache, "/page");
  return { told: headers["cache-status"], title: body.toString() };
};
const hears = (cache: PageCache) =>
  expect.poll(async () => (await read(cache)).told, { timeout: 60_000 }).toBe("portail; hit");
/** As another program does, once it is told that it is committed. */
const write = (title: string) => writer.query(`UPDATE "Need" SET title = $1`, [title]);

beforeEach(async () => {
  await makeNeed({ title: "avant" });
  proxy = await proxyTo(process.env.DATABASE_URL ?? "");
  writer = new pg.Client(process.env.DATABASE_URL);
  await writer.connect();
  // The listener of the first goes through the proxy, that of the second does not.
  vi.stubEnv("DATABASE_DIRECT_URL", proxy.url);
  const first = openCache(pages);
  vi.unstubAllEnvs();
  const second = openCache(pages);
  // It is read again each time that a connection is lost.
  vi.stubEnv("DATABASE_DIRECT_URL", proxy.url);
  caches = [first, second];
  await Promise.all(caches.map(hears));
});
afterEach(async () => {
  proxy.speak();
  await Promise.all(caches.map((cache) => cache.stop()));
  vi.unstubAllEnvs();
  await proxy.close();
  await writer.end();
});

test("what another process writes is in every page soon, without being asked", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(caches.map(hears));
    await write(`titre ${round}`);
    for (const cache of caches) await expect.poll(async () => (await read(cache)).title).toBe(`titre ${round}`);
  }
});

test("a process that hears nothing any more gives nothing older than five seconds, and hears again by itself", async () => {
  const [deaf, other] = caches as [PageCache, PageCache];
  proxy.silence();
  await write("après");
  const written = performance.now();
  const old: number[] = [];
  for (let asked = 0; asked < LONG_ENOUGH_MS; ) {
    asked = performance.now() - written;
    if ((await read(deaf)).title === "avant") old.push(asked);
    await pause(20);
  }
  // It was indeed deaf, and the other one was not.
  expect(old.length).toBeGreaterThan(1);
  expect(Math.max(...old)).toBeLessThanOrEqual(TRUSTED_MS);
  expect((await read(other)).title).toBe("après");
  await write("encore");
  expect((await read(deaf)).title).toBe("encore");
  proxy.speak();
  await hears(deaf);
  await write("enfin");
  await expect.poll(async () => (await read(deaf)).title, { timeout: 60_000 }).toBe("enfin");
});
