import { chromium, type Page, type Response } from "playwright-core";
import { CHROMIUM_FLAGS, chromiumPath } from "#tests/support/chromium";
import { ecoIndex } from "#tests/support/ecoindex";
import { TEMPLATES } from "#tests/support/site";

/**
 * What each kind of page weighs on a phone that comes for the first time, beside its bars. EcoIndex is counted as its
 * authors publish it (`tests/support/ecoindex`). LCP, CLS and what keeps the page from answering (TBT) are what the browser
 * says of itself, come by Lighthouse's slow 4G with a processor four times slower: Lighthouse itself is not
 * installed.
 */

export type Weight = {
  address: string;
  elements: number;
  requests: number;
  /** Of everything, headers included, as it came. */
  bytes: number;
  /** Of style sheets, as they came. */
  styles: number;
  ecoIndex: number;
  lcpMs: number;
  cls: number;
  tbtMs: number;
  /** How many heights of the screen one goes through. */
  screens: number;
};

type Measure = Exclude<keyof Weight, "address">;
type Bars = Record<Measure, number>;

const BARS: Bars = {
  elements: 300,
  requests: 8,
  bytes: 50_000,
  styles: 12_000,
  ecoIndex: 88,
  lcpMs: 1_200,
  cls: 0.01,
  tbtMs: 0,
  screens: Number.POSITIVE_INFINITY,
};
const NEED = /^\/besoins\/./;

/** What a page is held to. A need and the observatory say more than others, and have a length that they may not pass. */
export function barsOf(address: string): Bars {
  if (address === "/") return { ...BARS, bytes: 60_000, screens: 6 };
  if (NEED.test(address)) return { ...BARS, screens: 7 };
  return address === "/observatoire" ? { ...BARS, screens: 8 } : BARS;
}

/** The measures of a page that pass its bars. EcoIndex alone is better when higher. */
export function missed(weight: Weight): Measure[] {
  const bars = barsOf(weight.address);
  return (Object.keys(bars) as Measure[]).filter((measure) =>
    measure === "ecoIndex" ? weight[measure] < bars[measure] : weight[measure] > bars[measure],
  );
}

const PHONE = { width: 412, height: 823 };
const SLOW = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 };
const SLOWER = 4;

/** Runs before the page, and hears all that the browser says of it. */
function listen() {
  const heard = { lcp: 0, cls: 0, tbt: 0 };
  const hear = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  hear("largest-contentful-paint", ({ startTime }) => {
    heard.lcp = startTime;
  });
  hear("layout-shift", (entry) => {
    heard.cls += Number(Reflect.get(entry, "value"));
  });
  hear("longtask", ({ duration }) => {
    heard.tbt += Math.max(0, duration - 50);
  });
  Object.assign(window, { heard });
}

const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function weigh(page: Page, address: string, url: string): Promise<Weight> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.addInitScript(listen);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", SLOW);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(url + address, { waitUntil: "networkidle" });
  await page.evaluate(settled);
  const sizes = await Promise.all(
    responses.map(async (response) => {
      const { responseBodySize, responseHeadersSize } = await response.request().sizes();
      return {
        isStyle: response.request().resourceType() === "stylesheet",
        body: responseBodySize,
        responseHeadersSize,
      };
    }),
  );
  const bytes = sizes.reduce((sum, { body, responseHeadersSize }) => sum + body + responseHeadersSize, 0);
  const elements = await page.locator("body *:not(script)").count();
  const { lcp, cls, tbt, height } = await page.evaluate(() => ({
    ...(window as unknown as { heard: { lcp: number; cls: number; tbt: number } }).heard,
    height: document.documentElement.scrollHeight,
  }));
  return {
    address,
    elements,
    requests: responses.length,
    bytes,
    styles: sizes.filter(({ isStyle }) => isStyle).reduce((sum, { body }) => sum + body, 0),
    ecoIndex: ecoIndex(elements, responses.length, bytes),
    lcpMs: lcp,
    cls,
    tbtMs: tbt,
    screens: height / PHONE.height,
  };
}

/** Each kind of page, cold: a browser that has been nowhere. Asked once beforehand, so that the portal has it. */
export async function weights(url: string, say: (text: string) => void, addresses = TEMPLATES): Promise<Weight[]> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: CHROMIUM_FLAGS,
    chromiumSandbox: false,
  });
  const found: Weight[] = [];
  try {
    for (const address of addresses) {
      say(`${address}…\n`);
      await fetch(url + address);
      const context = await browser.newContext({
        viewport: PHONE,
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      });
      found.push(await weigh(await context.newPage(), address, url));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return found;
}

const COLUMNS: [head: string, measure: Measure, digits: number][] = [
  ["elements", "elements", 0],
  ["requests", "requests", 0],
  ["bytes", "bytes", 0],
  ["CSS", "styles", 0],
  ["EcoIndex", "ecoIndex", 1],
  ["LCP ms", "lcpMs", 0],
  ["CLS", "cls", 3],
  ["TBT ms", "tbtMs", 0],
  ["screens", "screens", 1],
];
const NAME = 72;
const WIDTH = 10;

/** What misses its bar is marked. */
export function tableOf(rows: readonly Weight[]): string {
  const cells = (name: string, values: string[]) =>
    `${name.padEnd(NAME)}${values.map((one) => one.padStart(WIDTH)).join("")}\n`;
  const bars = COLUMNS.map(([, measure, digits]) =>
    Number.isFinite(BARS[measure]) ? BARS[measure].toFixed(digits) : "",
  );
  return [
    cells(
      "",
      COLUMNS.map(([head]) => head),
    ),
    cells("the bar (home: 60,000 bytes, 6 screens; a need 7, the observatory 8)", bars),
    ...rows.map((row) => {
      const misses = missed(row);
      return cells(
        row.address,
        COLUMNS.map(([, measure, digits]) => `${misses.includes(measure) ? "✗ " : ""}${row[measure].toFixed(digits)}`),
      );
    }),
  ].join("");
}
