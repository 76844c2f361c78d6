import type { Page } from "@playwright/test";
import { lookFor } from "#tests/a11y/looks";
import { sound } from "#tests/a11y/states";
import { expect, sessionOf, test } from "#tests/support/journey";
import { CHANGES, comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";

/** What readers act upon: forms and their errors, the menu, what cannot be undone. */

const FORMS = ["/suivre", "/inscriptions/retrouver", "/signaler?page=/besoins", "/connexion"];
const STATES = [
  { colorScheme: "light", forcedColors: "none", width: 1280 },
  { colorScheme: "dark", forcedColors: "none", width: 360 },
  { colorScheme: "light", forcedColors: "active", width: 320 },
] as const;

/** The page as it stands, in three of its states. */
async function soundInStates(page: Page, what: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, ...media } of STATES) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia(media);
    const seen =
      media.forcedColors === "active" ? await lookFor(page, "10.5 controls without colours") : await sound(page);
    const found = [...seen, ...(await lookFor(page, "10.11 sticks out", "10.12 words cut off", "10.7 focus"))];
    faults.push(...found.map((fault) => `${what}, ${JSON.stringify(media)}, ${width} px: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return faults;
}

/** Sends the longest form of a page empty, past what the browser itself would refuse. */
async function sendEmpty(page: Page): Promise<void> {
  await page.evaluate(() => {
    const forms = [...document.querySelectorAll<HTMLFormElement>("main form")].filter(
      ({ method }) => method === "post",
    );
    const [form] = forms.toSorted((a, b) => b.elements.length - a.elements.length);
    form?.setAttribute("novalidate", "");
    form?.querySelector<HTMLElement>("button:not([name]), button")?.click();
  });
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
}

/** RGAA 11.10, 11.11, 7.5: what is wrong is said, beside its field, in a place that leads there. */
async function toldErrors(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const summary = page.getByRole("main").getByRole("alert").first();
  if (!(await summary.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))))
    faults.push("11.10 the focus is not where errors are told");
  for (const link of await summary.getByRole("link").all()) {
    const target = (await link.getAttribute("href")) ?? "";
    if (!target.startsWith("#") || (await page.locator(target).count()) !== 1)
      faults.push(`11.10 ${target} leads nowhere`);
  }
  return faults;
}

test("forms say what is wrong, beside their fields, in every state", async ({ page, database, guard }) => {
  guard.allow(/4\d\d/);
  const faults: string[] = [];
  for (const address of [...FORMS, `/webinaires/${await sessionOf(database, "register-errors")}`]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    faults.push(...(await soundInStates(page, address)));
    await sendEmpty(page);
    faults.push(...(await toldErrors(page)).map((fault) => `${address}: ${fault}`));
    faults.push(...(await soundInStates(page, `${address} with errors`)));
  }
  expect(faults).toEqual([]);
});

const focused = (page: Page) =>
  page.evaluate(() => {
    const { labels, textContent, type } = document.activeElement as HTMLInputElement;
    return { name: (labels?.[0]?.textContent ?? textContent ?? "").trim(), type: type ?? "" };
  });

/** Presses Tab until something is reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press("Tab");
    if (name.test((await focused(page)).name)) return;
  }
  throw new Error(`The keyboard never reaches ${name}.`);
}

test("a registration by keyboard alone, whose address need not be typed again", async ({ page, database, someone }) => {
  const { slug } = await comingSession(database);
  await page.goto(`/webinaires/${slug}`);
  await tabTo(page, /^Prénom/);
  await page.keyboard.type("Camille");
  await tabTo(page, /^Nom/);
  await page.keyboard.type("Durand");
  await tabTo(page, /^Adresse électronique/);
  await page.keyboard.type("camille@");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  // WCAG 3.3.7: what was said is still there.
  await expect(page.getByRole("textbox", { name: "Prénom" })).toHaveValue("Camille");
  await page.getByRole("textbox", { name: "Adresse électronique" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(someone);
  await tabTo(page, /^Vous êtes/);
  await page.keyboard.type("Association");
  await tabTo(page, /^M’inscrire/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  expect(await soundInStates(page, "the personal page")).toEqual([]);
});

test("what cannot be undone is asked twice, what can is undone", async ({ page, database, someone }) => {
  const { slug } = await comingSession(database);
  await registerAt(page, slug, someone);
  await page.goto(await mailedLink(someone));
  const erase = page.getByRole("button", { name: "Effacer mes données" });
  await unfold(page, "Mes données");
  await page.getByText("Effacer mes données", { exact: true }).first().click();
  await erase.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Cochez la case");
  expect(await soundInStates(page, "erasure refused")).toEqual([]);
  await page.goto(await mailedLink(someone));
  await unfold(page, CHANGES);
  await page.getByRole("button", { name: "Annuler mon inscription" }).click();
  await expect(page.getByRole("button", { name: "Reprendre ma place" })).toBeVisible();
  expect(await soundInStates(page, "the cancelled registration")).toEqual([]);
});

test("the menu of a phone opens, is sound, and Escape gives the focus back", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/centres");
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Glossaire" }).first()).toBeVisible();
    expect(await sound(page)).toEqual([]);
    await page.keyboard.press("Tab");
    expect((await focused(page)).name).toBe("Besoins");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Glossaire" }).first()).toBeHidden();
    await expect(menu).toBeFocused();
  }
});

/** Changed pixels around what is focused: RGAA 10.7, WCAG 2.4.13. */
async function unseenFocus(page: Page): Promise<string[]> {
  const { default: sharp } = await import("sharp");
  const faults: string[] = [];
  for (let press = 0; press < 14; press++) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, told: element.outerHTML.slice(0, 120) };
    });
    const clip = {
      x: Math.max(0, place.x - 8),
      y: Math.max(0, place.y - 8),
      width: place.width + 16,
      height: place.height + 16,
    };
    if (place.width === 0 || place.told.startsWith("<body")) continue;
    const shoot = async () =>
      sharp(await page.screenshot({ clip, caret: "hide" }))
        .raw()
        .toBuffer();
    const seen = await shoot();
    await page.evaluate(() => document.documentElement.classList.add("unfocused"));
    const without = await shoot();
    await page.evaluate(() => document.documentElement.classList.remove("unfocused"));
    let changed = 0;
    for (let at = 0; at + 2 < seen.length; at += 3)
      if ([0, 1, 2].some((part) => Math.abs((seen[at + part] ?? 0) - (without[at + part] ?? 0)) > 60)) changed++;
    // A ring of two pixels around it, were it seen on half of its way.
    if (changed < place.width + place.height) faults.push(`10.7 not seen: ${place.told}`);
  }
  return faults;
}

const hideFocus = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".unfocused *:focus { outline-color: transparent !important }");
    document.adoptedStyleSheets = [sheet];
  });

test("what is focused is seen, by day and by night", async ({ page }) => {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const address of ["/", "/ressources", "/orientation", "/suivre"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      await hideFocus(page);
      faults.push(...(await unseenFocus(page)).map((fault) => `${address}, ${colorScheme}: ${fault}`));
    }
  expect(faults).toEqual([]);
});
