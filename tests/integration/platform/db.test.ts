import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, disconnect } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { proxyTo, type SilentProxy } from "#tests/support/proxy";

const LIMIT_MS = 35_000;
let proxy: SilentProxy;
let before: string | undefined;

async function goThrough(url: string | undefined): Promise<void> {
  await disconnect();
  process.env.DATABASE_URL = url;
  rereadEnv();
}

beforeEach(async () => {
  before = process.env.DATABASE_URL;
  proxy = await proxyTo(before ?? "");
  await goThrough(proxy.url);
});
afterEach(async () => {
  vi.useRealTimers();
  await proxy.close();
  await goThrough(before);
});

test("a database that goes silent is waited for during thirty-five seconds, not a millisecond more", async () => {
  expect(await db.$queryRaw`SELECT 1 AS "one"`).toEqual([{ one: 1 }]);
  proxy.silence();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let told = "waiting";
  const asked = db.$queryRaw`SELECT 1`.then(
    () => "answered",
    () => "given up",
  );
  void asked.then((how) => {
    told = how;
  });
  while (vi.getTimerCount() === 0) await turn();
  vi.advanceTimersByTime(LIMIT_MS - 1);
  for (let turns = 0; turns < 20; turns++) await turn();
  expect(told).toBe("waiting");
  vi.advanceTimersByTime(1);
  expect(await asked).toBe("given up");
});
