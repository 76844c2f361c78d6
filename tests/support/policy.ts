import type { Page } from "@playwright/test";

const KEPT = "violations";

/** From here on, pages keep what their policy forbade. */
export const watchPolicy = (page: Page): Promise<unknown> =>
  page.addInitScript((kept) => {
    const found: string[] = [];
    Object.assign(window, { [kept]: found });
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      found.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
    });
  }, KEPT);

/** What the policy of the page on show forbade it, now that everything it asked for has come: only a script asks after loading. */
export async function policyFaults(page: Page, where = page.url()): Promise<string[]> {
  await page.waitForLoadState((await page.locator("script[src]").count()) > 0 ? "networkidle" : "load");
  const found = await page.evaluate((kept) => Reflect.get(window, kept) as string[] | undefined, KEPT);
  return found?.map((fault) => `${where} ${fault}`) ?? [`${where} is not watched`];
}
