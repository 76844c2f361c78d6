import type { Page } from "@playwright/test";

/**
 * The classes of what a screen shows that an earlier sheet draws and the last one does not: their order among its own
 * would be left to chance.
 */
export const drawnByHalf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const selectors = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) =>
        rule instanceof CSSStyleRule
          ? [rule.selectorText]
          : rule instanceof CSSGroupingRule && !(rule instanceof CSSLayerBlockRule && rule.name !== "utilities")
            ? selectors(rule.cssRules)
            : [],
      );
    const utilities = (sheet: CSSStyleSheet) =>
      selectors(sheet.cssRules).filter((selector) => /^\.(?:[\w-]|\\.)+$/.test(selector));
    const sheets = [...document.styleSheets].map(utilities);
    const last = new Set(sheets.at(-1));
    const earlier = new Set(sheets.slice(0, -1).flat());
    const shown = new Set([...document.querySelectorAll("body [class]")].flatMap(({ classList }) => [...classList]));
    return [...shown].filter((name) => {
      const selector = `.${CSS.escape(name)}`;
      return earlier.has(selector) && !last.has(selector);
    });
  });
