import type { Browser, Page } from "@playwright/test";
import { keyboardFaults, lookAt, lookFor, undress, unfold, wear, wordsOf } from "#tests/a11y/looks";
import { axeFaults } from "#tests/support/axe";
import { htmlFaults } from "#tests/support/html-valid";

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const TURNED = { width: 740, height: 360 };
/** 1280 × 1024 seen at 400 %: RGAA 10.11. */
const REFLOW = { width: 320, height: 256 };

/** RGAA 10.12. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";
/** RGAA 10.4, twice the size that the page has. */
const TWICE = "html { font-size: 212.5% !important }";

const named = (name: string, faults: readonly string[]) => faults.map((fault) => `${name}: ${fault}`);

/** Every link and control looks as when a pointer or the keyboard is there: axe then judges these colours. */
async function touched(page: Page, state: "hover" | "focus", faults: () => Promise<string[]>): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  const { root } = await client.send("DOM.getDocument");
  const { nodeIds } = await client.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: "a, button, summary, input, select, textarea, label",
  });
  const forcedPseudoClasses = state === "focus" ? ["focus", "focus-visible"] : ["hover"];
  await Promise.all(nodeIds.map((nodeId) => client.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses })));
  try {
    return await faults();
  } finally {
    await client.detach();
  }
}

/** Words of one list that another has not as often. */
function missing(words: readonly string[], among: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of among) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** What a page says to a browser without scripts. */
async function withoutScripts(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
  const page = await context.newPage();
  await page.goto(url);
  const words = await wordsOf(page);
  await context.close();
  return words;
}

/** The page as it stands: what axe and our own looks find. */
export const sound = async (page: Page): Promise<string[]> => [
  ...(await axeFaults(page, "axe", ["experimental"])),
  ...(await lookAt(page)),
];

/** All that is wrong with a page, in each of the states that readers may put it in. */
export async function faultsOf(page: Page, address: string, browser: Browser): Promise<string[]> {
  const faults: string[] = [];
  const note = (state: string, found: readonly string[]) => faults.push(...named(`${address}, ${state}`, found));

  await page.emulateMedia({ colorScheme: "light", reducedMotion: null, forcedColors: null });
  await page.setViewportSize(DESKTOP);
  const html = (await (await page.goto(address))?.text()) ?? "";
  note("as it is sent", await htmlFaults(html, "html-validate"));
  note("by keyboard", await keyboardFaults(page));
  note("by day", await sound(page));
  note("focused", await lookFor(page, "10.7 focus"));
  note("hovered", await touched(page, "hover", () => axeFaults(page, "axe", ["experimental"])));
  note("focused", await touched(page, "focus", () => axeFaults(page, "axe", ["experimental"])));
  const words = await wordsOf(page);
  const bare = await withoutScripts(browser, page.url());
  note(
    "without scripts",
    missing(words, bare)
      .slice(0, 5)
      .map((word) => `13.0 lost: ${word}`),
  );

  for (const [state, css] of [
    ["spaced", SPACING],
    ["at 200 %", TWICE],
  ] as const) {
    await wear(page, css);
    for (const viewport of [DESKTOP, PHONE]) {
      if (css === TWICE && viewport === PHONE) continue;
      await page.setViewportSize(viewport);
      note(`${state}, ${viewport.width} px`, await lookFor(page, "10.11 sticks out", "10.12 words cut off"));
    }
    await wear(page, "");
  }

  await page.setViewportSize(PHONE);
  const upright = await wordsOf(page);
  note("on a phone", await sound(page));
  note("on a phone", await keyboardFaults(page));
  await page.setViewportSize(TURNED);
  note(
    "turned",
    missing(upright, await wordsOf(page))
      .slice(0, 5)
      .map((word) => `13.9 lost: ${word}`),
  );
  await page.setViewportSize(REFLOW);
  note("at 400 %", await lookFor(page, "10.11 sticks out"));
  await unfold(page);
  note("unfolded, at 400 %", await lookFor(page, "10.11 sticks out", "10.12 words cut off"));
  await page.setViewportSize(PHONE);
  note("unfolded", await sound(page));

  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  note("by night, unfolded", [...(await sound(page)), ...(await lookFor(page, "10.7 focus"))]);
  note("at rest", await lookFor(page, "13.8 moves though asked not to"));
  await page.emulateMedia({ forcedColors: "active" });
  note("forced colours", await lookFor(page, "10.5 controls without colours", "10.7 focus"));
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light", reducedMotion: null });

  await page.goto(address);
  await undress(page);
  note(
    "without styles",
    missing(words, await wordsOf(page))
      .slice(0, 5)
      .map((word) => `10.1 lost: ${word}`),
  );
  return faults;
}
