import { expect, type Page } from "@playwright/test";
import { axeFaults, overflow } from "#tests/support/axe";

/** Ways to use the back office: what works at a desk works on a phone, and with scripts off. */
export const WAYS = [
  { name: "desktop", viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  { name: "phone", viewport: { width: 360, height: 740 }, javaScriptEnabled: true },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
];

/** The page as it stands fits, and axe finds nothing wrong where its own script can run. */
export async function expectSound(page: Page, scripts: boolean): Promise<void> {
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  if (scripts) expect(await axeFaults(page)).toEqual([]);
}
