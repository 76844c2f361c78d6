import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageCache } from "#lib/edge/page-cache/page-cache";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { DAY, HOUR, later } from "#tests/support/clock";
import { makeNeed } from "#tests/support/factories";
import { from, HTML, openCache, type Pages, siteWith } from "#tests/support/kept-pages";

/** What is told in which order, when pages are held while they are drawn. */

type Held = { url: string; release(): void };

let cache: PageCache | undefined;
let held: Held[];
let told: string[];
let holds: (url: string) => boolean;
let title: string;

async function pages({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  const need = await db.need.findFirst({ select: { title: true } });
  told.push(`begins ${url}`);
  if (holds(url)) await new Promise<void>((release) => held.push({ url, release }));
  response.setHeader("Content-Type", HTML);
  told.push(`ends ${url}`);
  response.end(`<p>${need?.title}</p>`);
}

beforeEach(async () => {
  held = [];
  told = [];
  holds = () => false;
  title = "avant";
  await makeNeed({ title });
});
afterEach(async () => {
  holds = () => false;
  for (const { release } of held) release();
  await cache?.stop();
});

const poll = { timeout: 60_000 };
const read = async (url = "/page") => {
  const { headers, body } = await from(cache as PageCache, url);
  return [headers["cache-status"], body.toString()];
};
const entitle = async (other: string) => {
  title = other;
  await db.need.updateMany({ data: { title } });
  await cache?.caughtUp();
};

/** A cache that hears. */
async function opened(addresses: string[] = []): Promise<PageCache> {
  const own = openCache(pages, addresses);
  cache = own;
  await expect.poll(async () => (await read())[0], poll).toBe("portail; hit");
  told = [];
  return own;
}

test.each([
  ["after", [1, 0]],
  ["before", [0, 1]],
])("who comes after a change is not given what was begun before it, which ends %s", async (_, order) => {
  await opened();
  holds = (url) => url === "/autre";
  const early = read("/autre");
  await expect.poll(() => held.length, poll).toBe(1);
  await entitle("après");
  const late = read("/autre");
  await expect.poll(() => held.length, poll).toBe(2);
  const answers = [early, late];
  for (const index of order) {
    held[index]?.release();
    await answers[index];
  }
  holds = () => false;
  expect((await late)[1]).toBe("<p>après</p>");
  expect((await early)[1]).toBe("<p>avant</p>");
  expect((await read("/autre"))[1]).toBe("<p>après</p>");
  expect(await read("/autre")).toEqual(["portail; hit", "<p>après</p>"]);
});

test("a page that changes while it is drawn is never kept as current, though nobody else came", async () => {
  await opened();
  holds = (url) => url === "/autre";
  const early = read("/autre");
  await expect.poll(() => held.length, poll).toBe(1);
  await entitle("après");
  holds = () => false;
  held[0]?.release();
  await early;
  expect(await read("/autre")).toEqual(["portail; fwd=stale", "<p>après</p>"]);
});

test("a page is drawn once for all who ask together, again for all who ask after a change", async () => {
  await opened();
  holds = (url) => url === "/autre";
  const first = Array.from({ length: 20 }, () => read("/autre"));
  await expect.poll(() => held.length, poll).toBe(1);
  await entitle("après");
  const second = Array.from({ length: 20 }, () => read("/autre"));
  await expect.poll(() => held.length, poll).toBe(2);
  for (const { release } of held) release();
  expect(new Set((await Promise.all(first)).map(([, text]) => text))).toEqual(new Set(["<p>avant</p>"]));
  expect(new Set((await Promise.all(second)).map(([, text]) => text))).toEqual(new Set(["<p>après</p>"]));
  expect(told).toEqual(["begins /autre", "begins /autre", "ends /autre", "ends /autre"]);
});

test("nothing is drawn for its own sake while somebody waits for a page", async () => {
  const sitemap = ["/a", "/b", "/c"];
  holds = (url) => url !== "/page";
  await opened(sitemap);
  // What is drawn for its own sake comes first here, and holds one of the four places.
  await expect.poll(() => held.map(({ url }) => url), poll).toEqual(["/incident"]);
  const visitors = Array.from({ length: 6 }, (_, index) => read(`/visiteur-${index}`));
  await expect.poll(() => held.length, poll).toBe(4);
  for (let released = 0; released < 7; released++) {
    await expect.poll(() => held.length, poll).toBeGreaterThan(released);
    held[released]?.release();
  }
  await Promise.all(visitors);
  holds = () => false;
  await expect.poll(() => told.filter((one) => /^ends \/[abc]$/.test(one)), poll).toHaveLength(sitemap.length);
  const lastVisitor = told.findLastIndex((one) => one.startsWith("ends /visiteur"));
  const own = told.findIndex((one) => /^begins \/([abc]|indisponible)$/.test(one));
  expect(own).toBeGreaterThan(lastVisitor);
});

test("a page of the site is given after a change, however many ask for what no page is", async () => {
  await opened(["/a"]);
  await expect.poll(async () => (await read("/a"))[0], poll).toBe("portail; hit");
  await expect.poll(() => told.includes("ends /indisponible"), poll).toBe(true);
  holds = (url) => url.startsWith("/inconnue");
  const strangers = Array.from({ length: 80 }, (_, index) => from(cache as PageCache, `/inconnue-${index}`));
  await expect.poll(() => held.length, poll).toBe(4);
  await entitle("après");
  const own = read("/a");
  held[0]?.release();
  expect(await own).toEqual(["portail; fwd=stale", "<p>après</p>"]);
  holds = () => false;
  for (const { release } of held) release();
  const refused = (await Promise.all(strangers)).filter(({ status }) => status === 503);
  expect(refused).toHaveLength(12);
});

test("what is not there is kept until the earlier of two instants: its own, and that of the page that says so", async () => {
  const at = now();
  const until = [later(HOUR, at), later(DAY, at)];
  const timed: Pages = async ({ url }, response) => {
    now();
    const stranger = url === "/perdue" || url === "/autre";
    if (stranger) await db.need.count();
    response.setHeader("Content-Type", HTML);
    response.statusCode = stranger ? 404 : 200;
    response.end(url);
  };
  const site = { ...siteWith(), nextInstant: async () => until[0] ?? at };
  const own = openCache(timed, [], { site, purgeUrl: "http://127.0.0.1:9" });
  cache = own;
  // A page that reads tables is kept once changes are heard; one that reads none says nothing of it.
  await expect.poll(async () => (await from(own, "/autre")).headers["cache-status"], poll).toBe("portail; hit");
  const missing = async (url: string) => {
    const { headers, status } = await from(own, url);
    return [status, headers["cache-status"]];
  };
  // From then on, what is drawn may last longer.
  until.shift();
  await entitle("après");
  expect(await missing("/perdue")).toEqual([404, "portail; fwd=miss"]);
  expect(await missing("/perdue")).toEqual([404, "portail; hit"]);
  vi.stubEnv("TEST_CLOCK", later(2 * HOUR, at).toISOString());
  rereadEnv();
  expect(await missing("/perdue")).toEqual([404, "portail; fwd=stale"]);
  vi.unstubAllEnvs();
  rereadEnv();
});

test("a cache in front is told to keep only what it is told the changes of", async () => {
  const own = openCache(
    async ({ url }, response) => {
      if (url === "/seen") await db.need.count();
      if (url === "/unseen") await Promise.all([db.need.count(), db.user.count()]);
      response.setHeader("Content-Type", HTML);
      response.end(url);
    },
    [],
    { purgeUrl: "http://127.0.0.1:9" },
  );
  cache = own;
  const told = async (url: string) => {
    const { headers } = await from(own, url);
    return [/max-age=\d/.test(String(headers["cdn-cache-control"])), headers["surrogate-key"]];
  };
  await expect.poll(() => told("/seen"), poll).toEqual([true, "Need"]);
  expect(await told("/unseen")).toEqual([false, undefined]);
});
