import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Headers, MockAgent } from "undici";
import { expect, test, vi } from "vitest";
import { pageOfHtml } from "#lib/crawl/html";
import { CrawlError } from "#lib/crawl/schema";
import { readMap, readSitemap } from "#lib/crawl/sitemap";
import { type Answer, openVisitor, type Visitor } from "#lib/crawl/visitor";
import { readWordpress } from "#lib/crawl/wordpress";

/** A site may be endless: what one passage asks of it is not. */

vi.mock("node:timers/promises", async (original) => ({
  ...(await original<object>()),
  setTimeout: vi.fn(async () => {}),
}));

const SITE = "https://centre.example";
const PAGE = "<html><title>Une page</title></html>";

/** Of a site that answers the same everywhere. */
function visitorOf(body: string | Buffer, robots = ""): Visitor {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  const everywhere = dispatcher.get(SITE).intercept({ path: () => true });
  everywhere.reply(({ path }) => ({ statusCode: 200, data: path === "/robots.txt" ? robots : body })).persist();
  return openVisitor({ userAgent: "InnovationTerritoriale", pauseMs: 0, dispatcher });
}

const fault = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof CrawlError ? error.fault : error),
  );

test("a passage asks a thousand times at most, robots.txt included", async () => {
  const visitor = visitorOf(PAGE);
  for (let asked = 1; asked < 1_000; asked += 1) await visitor.get(`${SITE}/${asked}`);
  expect(await fault(visitor.get(`${SITE}/1000`))).toBe("over");
});

test("a passage reads two hundred million bytes at most, but for the last answer", async () => {
  const visitor = visitorOf(Buffer.alloc(5_000_000));
  for (let read = 1; read <= 40; read += 1) expect(await fault(visitor.get(`${SITE}/${read}`))).toBeNull();
  expect(await fault(visitor.get(`${SITE}/41`))).toBe("over");
});

test.each([
  [3, 3_000],
  [10, 10_000],
  [60, 10_000],
])("a site that asks to be left alone for %d seconds is, up to ten", async (seconds, waited) => {
  const visitor = visitorOf(PAGE, `User-agent: *\nCrawl-delay: ${seconds}`);
  for (const path of ["/un", "/deux"]) await visitor.get(`${SITE}${path}`);
  expect(vi.mocked(pause).mock.lastCall?.[0]).toBe(waited);
});

/** A visitor who is answered so, and the addresses that it asked. */
function answering(textOf: (url: string) => string, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const answer = (url: string): Answer => {
    const text = textOf(url);
    return { url, status: 200, headers: new Headers(headers), body: Buffer.from(text), text };
  };
  const visitor: Visitor = {
    get: async (url) => {
      asked.push(url);
      return answer(url);
    },
    sitemapsOf: async () => [],
  };
  return { asked, visitor, answer };
}

const locations = (name: string, count: number) =>
  Array.from({ length: count }, (_, rank) => `<${name}><loc>${SITE}/${rank}</loc></${name}>`).join("");

test.each([
  [300, true],
  [301, false],
])("of a map of %d pages, three hundred are read: nothing is left, %s", async (count, isWhole) => {
  const map = `<urlset>${locations("url", count)}</urlset>`;
  const { asked, visitor, answer } = answering((url) => (url.endsWith("/plan.xml") ? map : PAGE), {
    "content-type": "text/html",
  });
  const pages = readSitemap(visitor, answer(`${SITE}/plan.xml`), () => false);
  let step = await pages.next();
  while (!step.done) step = await pages.next();
  expect([asked.length, step.value]).toEqual([300, isWhole]);
});

test("of the maps that a map names, fifty are read", async () => {
  const map = `<sitemapindex>${locations("sitemap", 60)}</sitemapindex>`;
  const { asked, visitor, answer } = answering((url) => (url.endsWith("/plan.xml") ? map : "<urlset></urlset>"));
  await readSitemap(visitor, answer(`${SITE}/plan.xml`), () => false).next();
  expect(asked).toHaveLength(50);
});

test("a map is read to fifty million bytes once it is unpacked", async () => {
  const body = gzipSync(Buffer.alloc(50_000_001));
  const answer = { url: SITE, status: 200, headers: new Headers(), body, text: "" } as unknown as Answer;
  expect(await fault(readMap(answer))).toBe("too-large");
});

test("a page without description is told by its first paragraph of sixty characters", () => {
  const summary = (length: number) =>
    pageOfHtml(`<title>T</title><p>Menu</p><p>${"a".repeat(length)}</p>`, SITE, null)?.summary;
  expect([59, 60].map(summary)).toEqual(["", "a".repeat(60)]);
});

test("of each collection of a WordPress, forty pages are read", async () => {
  const { asked, visitor } = answering(() => "[]", { "x-wp-totalpages": "99" });
  await readWordpress(visitor, `${SITE}/wp-json/wp/v2`, { since: null, language: null }).next();
  expect(asked.filter((url) => url.includes("/posts?"))).toHaveLength(40);
  expect(asked.filter((url) => url.includes("/pages?"))).toHaveLength(40);
});
