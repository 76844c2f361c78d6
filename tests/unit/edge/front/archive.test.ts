import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront } from "#lib/edge/front/server";
import { freePort } from "#lib/platform/embedded-postgres";
import { AT } from "#tests/support/clock";

/** More than what waits between two ends of a connection: one that is not read does not end. */
const HEAVY = "x".repeat(30_000_000);
const front = createFront({
  siteUrl: "http://portail.example",
  development: false,
  pages: async (_request, response) => void response.writeHead(404).end(),
  archive: { path: "/tout.zip", name: "tout.zip", partsOf: async () => [{ name: "tout.txt", date: AT, text: HEAVY }] },
});
let port = 0;
beforeAll(async () => {
  port = await freePort();
  await front.listen(port, "127.0.0.1");
});
afterAll(() => front.stop());

const ask = (signal: AbortSignal | null = null) => fetch(`http://127.0.0.1:${port}/tout.zip`, { signal });

test("four archives leave at once; whoever comes next waits a minute, until one is gone", async () => {
  const leaving = new AbortController();
  const first = await Promise.all(Array.from({ length: 4 }, () => ask(leaving.signal)));
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const refused = await ask();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await refused.text()).toContain("Réessayez dans une minute");
  leaving.abort();
  await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(200);
});
