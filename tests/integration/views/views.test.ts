import { afterEach, expect, test, vi } from "vitest";
import { createFront } from "#lib/edge/front/server";
import { purgeExpired } from "#lib/jobs/purge-expired";
import { db } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { createViewCounter, type ViewCounter } from "#lib/views/counter-mutations";
import { addViews } from "#lib/views/mutations";
import { countViews, viewedPages, viewsByDay } from "#lib/views/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";
import { HTML, over, siteWith } from "#tests/support/kept-pages";

const AGENT = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
const PAGES = ["/", "/besoins", "/webinaires/a"];

const opened: ViewCounter[] = [];
const counter = (pages = async (): Promise<readonly string[]> => PAGES) => {
  const one = createViewCounter({ pages, clock: () => AT, everyMs: 3_600_000 });
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

const see = (one: ViewCounter, url: string, times = 1) => {
  for (let time = 0; time < times; time++) one.see({ method: "GET", url, headers: AGENT }, 200);
};
const kept = async () => (await viewsByDay(await makeEditor(), AT)).map(({ path, count }) => [path, count]);

test("several processes add up, and what is no page is one name", async () => {
  const [one, other] = [counter(), counter()];
  see(one, "/besoins", 2);
  see(one, "/webinaires/a/agenda.ics");
  for (let rank = 0; rank < 50; rank++) see(one, `/nulle-part-${rank}`);
  see(other, "/besoins?page=2");
  see(other, "/");
  await Promise.all([one.flush(), other.flush()]);
  await one.flush();
  expect(await kept()).toEqual([
    ["", 50],
    ["/", 1],
    ["/besoins", 3],
    ["/webinaires/a/agenda.ics", 1],
  ]);
});

test("a database that is away loses nothing of what was seen, and a counter that stops writes it", async () => {
  const pages = vi.fn(async () => PAGES).mockRejectedValueOnce(new Error("away"));
  const one = counter(pages);
  see(one, "/besoins", 2);
  await one.flush();
  see(one, "/besoins");
  expect(await kept()).toEqual([]);
  await one.stop();
  expect(await kept()).toEqual([["/besoins", 3]]);
});

test("a path that nobody has cannot fill the memory", async () => {
  const one = counter();
  for (let rank = 0; rank < 6_000; rank++) see(one, `/${rank}.txt`);
  see(one, "/besoins");
  await one.flush();
  // What came too late to have a name is counted with the others.
  expect(await kept()).toEqual([["", 1_001]]);
});

test("the front counts the pages that it gives, kept or not, and nothing of one person", async () => {
  const port = await freePort();
  const one = counter();
  const front = createFront({
    siteUrl: "http://portail.example",
    development: false,
    pages: async ({ url = "" }, response) => {
      response.setHeader("Content-Type", HTML);
      response.statusCode = url.startsWith("/nulle-part") ? 404 : 200;
      response.end(`<p>${url}</p>`);
    },
    cache: { site: siteWith(), maxBytes: 10_000_000 },
    see: one.see,
  });
  await front.listen(port, "127.0.0.1");
  const get = (path: string, headers = AGENT) => over(port, path, { headers: { host: "portail.example", ...headers } });
  try {
    for (const path of ["/besoins", "/besoins", "/nulle-part", "/inscriptions/secret", "/administration", "/livez"])
      await get(path);
    await get("/besoins", { "user-agent": "Googlebot/2.1" });
  } finally {
    await front.stop();
  }
  await one.flush();
  expect(await kept()).toEqual([["/besoins", 2]]);
});

test("the team reads thirty days and a year, the public whole months and whole days", async () => {
  const add = (days: number, ...counts: [string, number][]) => addViews(new Map(counts), later(days * DAY));
  await add(0, ["/", 3], ["/besoins", 1]);
  await add(-29, ["/besoins", 10], ["", 50], ["/webinaires/a/agenda.ics", 7]);
  await add(-30, ["/", 20]);
  await add(-31, ["/", 1]);
  await add(-364, ["/", 100]);
  await add(-365, ["/", 1_000]);
  expect(await viewedPages(await makeEditor(), AT)).toEqual([
    { path: "", month: 50, year: 50 },
    { path: "/besoins", month: 11, year: 11 },
    { path: "/webinaires/a/agenda.ics", month: 7, year: 7 },
    { path: "/", month: 3, year: 124 },
  ]);
  const views = await countViews(AT);
  expect(views?.pages).toEqual([
    { key: "/", count: 20 },
    { key: "/besoins", count: 10 },
  ]);
  expect(views?.months.filter(({ count }) => count)).toEqual([
    { key: "2026-01", count: 1_100 },
    { key: "2026-12", count: 88 },
  ]);
});

test("pages read as often stand by the year, then by their names, five hundred of them at most; days by date", async () => {
  const editor = await makeEditor();
  await addViews(
    new Map([
      ["/c", 2],
      ["/b", 2],
      ["/d", 2],
    ]),
    AT,
  );
  await addViews(
    new Map([
      ["/e", 2],
      ["/a", 2],
    ]),
    later(-DAY),
  );
  await addViews(new Map([["/d", 1]]), later(-60 * DAY));
  expect((await viewedPages(editor, AT)).map(({ path }) => path)).toEqual(["/d", "/a", "/b", "/c", "/e"]);
  expect((await countViews(AT))?.pages.map(({ key }) => key)).toEqual(["/a", "/e"]);
  expect(await kept()).toEqual([
    ["/d", 1],
    ["/a", 2],
    ["/e", 2],
    ["/b", 2],
    ["/c", 2],
    ["/d", 2],
  ]);
  await addViews(new Map(Array.from({ length: 500 }, (_, rank) => [`/page-${rank}`, 1])), AT);
  expect(await viewedPages(editor, AT)).toHaveLength(500);
});

test("nothing is published before the first view, and days go after two years", async () => {
  expect(await countViews(AT)).toBeNull();
  await addViews(new Map([["/", 1]]), later(-801 * DAY));
  await addViews(new Map([["/", 2]]), later(-800 * DAY));
  await purgeExpired(AT);
  expect((await db.pageView.findMany()).map(({ count }) => count)).toEqual([2]);
});
