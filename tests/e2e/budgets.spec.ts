import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, test } from "#tests/support/journey";
import { TEMPLATES } from "#tests/support/site";

/** EcoIndex A: 300 elements, 15 requests, 200 KB. The framework's own scripts, which no page needs, are counted apart. */
const MAX_ELEMENTS = 300;
const MAX_REQUESTS = 15;
const MAX_BYTES = 200_000;

const isFrameworkScript = (response: Response) => /\/_next\/static\/.+\.js$/.test(new URL(response.url()).pathname);

/** Bytes as a server that compresses sends them. */
const weigh = async (response: Response) => gzipSync(await response.body()).length;

for (const address of TEMPLATES) {
  test(`${address} stays light and sets no cookie`, async ({ page, context }) => {
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(address, { waitUntil: "networkidle" });

    const elements = await page.locator("body *:not(script):not(next-route-announcer)").count();
    expect(elements, "elements").toBeLessThanOrEqual(MAX_ELEMENTS);
    const own = responses.filter((response) => !isFrameworkScript(response));
    expect(own.length, "requests").toBeLessThanOrEqual(MAX_REQUESTS);
    const weights = await Promise.all(own.map(weigh));
    expect(
      weights.reduce((sum, weight) => sum + weight, 0),
      "bytes",
    ).toBeLessThanOrEqual(MAX_BYTES);
    expect(await context.cookies()).toEqual([]);
    expect(responses.filter((response) => response.headers()["set-cookie"])).toEqual([]);
  });
}
