import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/journey";

const CENTRE = "/centres/co-construction-territoriale";
const RESOURCE = "/ressources/impact-des-alliances-regard-chercheurs-praticiens";
/** Web Vitals calls 0.1 good: nothing at all moves here. */
const MAX_SHIFT = 0.01;
/** A phone far from the antenna: Lighthouse's slow 4G. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

test.use({ viewport: { width: 412, height: 823 } });

const slowDown = async (page: Page) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", SLOW);
};

const painted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);

/** How much of the page moved since it was first seen, nobody having touched it. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) shift += Number(Reflect.get(entry, "value"));
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        // What moves is told after the frame in which it does.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              add(observer.takeRecords());
              resolve(shift);
            }),
          ),
        );
      }),
  );

/** Where the letters of titles stand: other letters would stand elsewhere, were it by a hair. */
const lettersOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3")].flatMap((title) => {
      const words = document.createRange();
      words.selectNodeContents(title);
      return [...words.getClientRects()].map(({ x, width, height }) => ({ x, width, height }));
    }),
  );

test("what moves is seen", async ({ page }) => {
  await page.goto("/");
  await painted(page);
  expect(await shiftOf(page)).toBeLessThanOrEqual(MAX_SHIFT);
  await page.evaluate(() => document.querySelector("main")?.prepend(document.createElement("hr"), "Une ligne de plus"));
  await expect.poll(() => shiftOf(page)).toBeGreaterThan(MAX_SHIFT);
});

for (const address of ["/", RESOURCE, CENTRE]) {
  test(`nothing moves in ${address}, come slowly`, async ({ page }) => {
    await slowDown(page);
    await page.goto(address, { waitUntil: "networkidle" });
    await painted(page);
    expect(await shiftOf(page)).toBeLessThanOrEqual(MAX_SHIFT);
  });

  test(`nothing moves in ${address} when the letters of its titles come late`, async ({ page }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\.woff2$/, async (route) => {
      await arrived;
      await route.continue();
    });
    await slowDown(page);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await painted(page);
    // The browser waits a tenth of a second for letters that it may do without.
    await page.waitForFunction(() => performance.now() > 1_000);
    const before = await lettersOf(page);
    expect(before.length).toBeGreaterThan(3);
    const letters = page.waitForResponse(/\.woff2$/);
    arrive();
    await (await letters).finished();
    await page.waitForLoadState("load");
    await page.evaluate(() => document.fonts.ready);
    expect(await lettersOf(page)).toEqual(before);
    expect(await shiftOf(page)).toBeLessThanOrEqual(MAX_SHIFT);
  });
}

test("the letters of titles are asked for at once, and for good", async ({ page, request }) => {
  const response = await request.get("/");
  const address = /<([^>]+\.woff2)>; rel=preload; as="font"/.exec(response.headers().link ?? "")?.[1] ?? "";
  expect(address).toMatch(/^\/_next\/static\//);
  expect((await request.get(address)).headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  const asked: string[] = [];
  page.on("request", (one) => asked.push(new URL(one.url()).pathname));
  await page.goto("/", { waitUntil: "networkidle" });
  expect(asked.filter((one) => one.endsWith(".woff2"))).toEqual([address]);
  await page.goto(CENTRE, { waitUntil: "networkidle" });
  expect(await page.evaluate(() => document.fonts.check("1em typeface"))).toBe(true);
});
