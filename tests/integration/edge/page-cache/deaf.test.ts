import type { IncomingMessage, ServerResponse } from "node:http";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LISTENER } from "#lib/edge/page-cache/changes";
import type { PageCache } from "#lib/edge/page-cache/page-cache";
import { db } from "#lib/platform/db";
import { makeNeed } from "#tests/support/factories";
import { from, HTML, openCache } from "#tests/support/kept-pages";
import { proxyTo, type SilentProxy } from "#tests/support/proxy";

/** A process that hears no change, whose database answers all the same. Time passes when the test says so. */

const TRUSTED_MS = 5_000;
let proxy: SilentProxy;
let writer: pg.Client;
let cache: PageCache;
let holds: boolean;
let held: (() => void)[];
let patience: (() => void)[];
let elapsed: number;

async function pages(_: IncomingMessage, response: ServerResponse): Promise<void> {
  const need = await db.need.findFirst({ select: { title: true } });
  if (holds) await new Promise<void>((release) => held.push(release));
  response.setHeader("Content-Type", HTML);
  response.end(need?.title);
}

const read = async () => {
  const { headers, body } = await from(cache, "/page");
  return [headers["cache-status"], body.toString()];
};
const write = (title: string) => writer.query(`UPDATE "Need" SET title = $1`, [title]);
const poll = { timeout: 60_000 };
const goOn = () => {
  holds = false;
  for (const release of held) release();
};

beforeEach(async () => {
  [holds, held, patience, elapsed] = [false, [], [], 0];
  await makeNeed({ title: "avant" });
  proxy = await proxyTo(process.env.DATABASE_URL ?? "");
  writer = new pg.Client(process.env.DATABASE_URL);
  await writer.connect();
  vi.stubEnv("DATABASE_DIRECT_URL", proxy.url);
  const wait = () => new Promise<void>((resolve) => patience.push(resolve));
  cache = openCache(pages, [], { pace: { elapsed: () => elapsed, wait } });
  await expect.poll(async () => (await read())[0], poll).toBe("portail; hit");
  proxy.silence();
  await writer.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [LISTENER]);
  await cache.caughtUp();
  await write("après");
});
afterEach(async () => {
  goOn();
  proxy.speak();
  await cache.stop();
  vi.unstubAllEnvs();
  await proxy.close();
  await writer.end();
});

test("waits for a page for as long as the database answers, rather than give an old one", async () => {
  holds = true;
  const late = read();
  await expect.poll(() => held.length, poll).toBe(1);
  for (let round = 1; round <= 3; round++) {
    const before = patience.length;
    for (const over of patience.splice(0)) over();
    await expect.poll(() => patience.length, poll).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(0);
  }
  goOn();
  expect(await late).toEqual(["portail; fwd=stale", "après"]);
});

test("does not give to who comes late what was begun long before", async () => {
  holds = true;
  const [early, soon] = [read(), read()];
  await expect.poll(() => held.length, poll).toBe(1);
  await write("encore");
  elapsed += TRUSTED_MS;
  const late = read();
  await expect.poll(() => held.length, poll).toBe(2);
  goOn();
  expect((await Promise.all([early, soon, late])).map(([, title]) => title)).toEqual(["après", "après", "encore"]);
});

test("a page that fails is an incident, told at once: the database answers", async () => {
  await cache.stop();
  cache = openCache(async ({ url }, response) => {
    response.setHeader("Content-Type", HTML);
    response.statusCode = url === "/page" ? 500 : 200;
    response.end(url);
  });
  expect((await from(cache, "/page")).status).toBe(500);
});
