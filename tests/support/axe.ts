import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const TAGS = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Only what is wrong is told: it halves the time. A message is shown in a frame where no script runs. */
const OPTIONS: RunOptions = { resultTypes: ["violations"], iframes: false };

/** What axe finds wrong with a page as it stands: a line for each fault, with the element. @param more tags of rules besides */
export async function axeFaults(page: Page, where = page.url(), more: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => (await (window as unknown as { axe: typeof axe }).axe.run(options)).violations,
    { ...OPTIONS, runOnly: [...TAGS, ...more] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${where} ${id}: ${help} ${html.slice(0, 160)}`),
  );
}

/** How many pixels a page sticks out of its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
