import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with a page as it stands: a line for each fault, with the element. */
export async function axeFaults(page: Page, where = page.url()): Promise<string[]> {
  // A message is shown in a frame where no script runs.
  const builder = new AxeBuilder({ page }).options({ iframes: false }).withTags(TAGS).setLegacyMode(true);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${where} ${id}: ${help} ${html.slice(0, 160)}`),
  );
}

/** How many pixels a page sticks out of its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
