import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { barsOf } from "#tests/load/bench-weight";
import { ecoIndex } from "#tests/support/ecoindex";
import { expect, sessionOf, test } from "#tests/support/journey";
import { DOSSIER, TEMPLATES } from "#tests/support/site";

const MAX_ELEMENTS = 300;
const MAX_REQUESTS = 8;
const MAX_BYTES = 42_000;
const LEAST_ECOINDEX = 88;
/** Of pages that say everything at once, in more than 200 elements. */
const LEAST_LONG_ECOINDEX = 84;
const LONG = /^\/(besoins\/.*|centres|ressources(\?q=territoire)?|observatoire(\/.*)?|glossaire|plan-du-site)$/;

/** Of HTML alone, as brotli packs what is kept. */
const MAX_HOME_BYTES = 12_000;
const MAX_HTML_BYTES = 8_000;
/** Of everything that a first visit to the home page brings to a phone. */
const MAX_VISIT_BYTES = 44_000;
/** Of the sheet that every public page brings, and of what one page alone adds. */
const MAX_COMMON_CSS = 10_500;
const MAX_CSS_BYTES = 12_000;
/** Of all the scripts of public pages. */
const MAX_SCRIPT_BYTES = 5_000;
const FORM_SCRIPTS = ["/forms.js", "/form-proof.js"];
const SEARCH_SCRIPT = "/suggestions.js";
const SCRIPTS = [...FORM_SCRIPTS, SEARCH_SCRIPT, "/dossier.js"];

/** Bytes as a server that compresses sends them. */
const weigh = async (response: Response) => gzipSync(await response.body()).length;

for (const address of TEMPLATES) {
  test(`${address} stays light and sets no cookie`, async ({ page, context }, info) => {
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    const response = await page.goto(address, { waitUntil: "networkidle" });

    const elements = await page.locator("body *:not(script)").count();
    expect(elements, "elements").toBeLessThanOrEqual(MAX_ELEMENTS);
    expect(responses.length, "requests").toBeLessThanOrEqual(MAX_REQUESTS);
    const scripts = responses.map((one) => new URL(one.url()).pathname).filter((path) => path.endsWith(".js"));
    const hasForm = (await page.locator("form[method=post]").count()) > 0;
    const isSearched = (await page.locator("input[type=search][name=q]").count()) > 0;
    const ours = [...(hasForm ? FORM_SCRIPTS : []), ...(isSearched ? [SEARCH_SCRIPT] : [])];
    expect(scripts.filter((script) => !ours.includes(script))).toEqual([]);
    const weights = await Promise.all(responses.map(weigh));
    const bytes = weights.reduce((sum, weight) => sum + weight, 0);
    expect(bytes, "bytes").toBeLessThanOrEqual(MAX_BYTES);
    const sheets = weights.filter((_, rank) => responses[rank]?.url().includes(".css"));
    expect(Math.max(...sheets), "bytes of the common sheet").toBeLessThanOrEqual(MAX_COMMON_CSS);
    expect(
      sheets.reduce((sum, weight) => sum + weight, 0),
      "bytes of styles",
    ).toBeLessThanOrEqual(MAX_CSS_BYTES);
    const index = ecoIndex(elements, responses.length, bytes);
    info.annotations.push({ type: "EcoIndex", description: `${index.toFixed(1)} with ${elements} elements` });
    expect(index, "EcoIndex").toBeGreaterThanOrEqual(LONG.test(address) ? LEAST_LONG_ECOINDEX : LEAST_ECOINDEX);
    const html = brotliCompressSync((await response?.body()) ?? "").length;
    info.annotations.push({ type: "bytes of HTML", description: String(html) });
    expect(html, "bytes of HTML").toBeLessThanOrEqual(address === "/" ? MAX_HOME_BYTES : MAX_HTML_BYTES);
    expect(await context.cookies()).toEqual([]);
    expect(responses.filter((response) => response.headers()["set-cookie"])).toEqual([]);
  });
}

test("a session with its form stays light, and so do the scripts of forms", async ({ request, database }) => {
  const address = `/webinaires/${await sessionOf(database, "register-errors")}`;
  const html = await (await request.get(address)).text();
  expect(html).toContain('src="/forms.js"');
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(MAX_HTML_BYTES);
  const dossier = await (await request.get(DOSSIER)).text();
  expect(brotliCompressSync(dossier).length).toBeLessThanOrEqual(MAX_HTML_BYTES);
  const scripts = await Promise.all(SCRIPTS.map(async (script) => (await request.get(script)).body()));
  const bytes = scripts.map((script) => brotliCompressSync(script).length).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
});

const PHONE = { width: 412, height: 823 };
const NEED = "/besoins/developper-des-partenariats-strategiques";

for (const address of ["/", NEED, "/observatoire"]) {
  test(`${address} is not too long for a phone`, async ({ page }, info) => {
    await page.setViewportSize(PHONE);
    await page.goto(address);
    const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / PHONE.height;
    info.annotations.push({ type: "screens", description: screens.toFixed(2) });
    expect(screens).toBeLessThanOrEqual(barsOf(address).screens);
  });
}

test("what a phone folds opens there, and stands open on a wide screen and on paper", async ({ page }) => {
  await page.goto(NEED);
  const text = page.getByRole("heading", { name: "Quatre familles" });
  const fold = page.getByText("Ce besoin, plus en détail");
  await expect(text).toBeVisible();
  await expect(fold).toBeHidden();
  await page.setViewportSize(PHONE);
  await expect(text).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(text).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await fold.click();
  await expect(text).toBeVisible();
});

test("a first visit to the home page costs a phone little", async ({ page }, info) => {
  await page.setViewportSize(PHONE);
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto("/", { waitUntil: "networkidle" });
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
  info.annotations.push({ type: "first visit", description: `${bytes} bytes in ${responses.length} answers` });
  expect(responses.length).toBeLessThanOrEqual(MAX_REQUESTS);
  expect(bytes).toBeLessThanOrEqual(MAX_VISIT_BYTES);
  const elements = await page.locator("body *:not(script)").count();
  expect(ecoIndex(elements, responses.length, bytes)).toBeGreaterThanOrEqual(LEAST_ECOINDEX);
});
