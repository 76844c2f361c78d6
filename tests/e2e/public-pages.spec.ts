import { axeFaults, overflow } from "#tests/support/axe";
import { expect, fillRegistration, register, sessionOf, test } from "#tests/support/journey";
import { CHANGES, unfold } from "#tests/support/personal-link";
import { DOSSIER, mappedPages, share, TEMPLATES } from "#tests/support/site";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
/** 1280 pixels seen at 400 %: RGAA 10.11. */
const REFLOW = { width: 320, height: 640 };
const PARTS = 4;

for (let part = 0; part < PARTS; part++) {
  test(`every page is accessible and reflows, part ${part + 1} of ${PARTS}`, async ({ page, request }) => {
    test.setTimeout(600_000);
    const faults: string[] = [];
    for (const address of share(await mappedPages(request), part, PARTS)) {
      await page.setViewportSize(REFLOW);
      await page.goto(address);
      const out = await overflow(page);
      if (out > 0) faults.push(`${address} sticks out by ${out} px at 320`);
      // At the other width every kind of page is seen below, and every page by `npm run test:a11y`.
      const viewport = part % 2 ? DESKTOP : PHONE;
      await page.setViewportSize(viewport);
      faults.push(...(await axeFaults(page, `${address} at ${viewport.width}`)));
    }
    expect(faults).toEqual([]);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every kind of page is accessible in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const faults: string[] = [];
    for (const address of [...TEMPLATES, DOSSIER]) {
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        await page.goto(address);
        faults.push(...(await axeFaults(page, `${address} at ${viewport.width}, ${colorScheme}`)));
      }
    }
    expect(faults).toEqual([]);
  });

  test(`a form with errors and a personal page are accessible in ${colorScheme}`, async ({
    page,
    database,
    someone,
  }) => {
    await page.emulateMedia({ colorScheme });
    const faults: string[] = [];
    const look = async (what: string) => {
      for (const viewport of [REFLOW, PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        if ((await overflow(page)) > 0) faults.push(`${what} sticks out at ${viewport.width}`);
        faults.push(...(await axeFaults(page, `${what} at ${viewport.width}`)));
      }
    };
    await page.goto(`/webinaires/${await sessionOf(database, "register-errors")}`);
    await register(page);
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await look("the form with errors");
    await fillRegistration(page, someone);
    await register(page);
    await expect(page).toHaveURL(/\/inscriptions\//);
    await look("the personal page");
    await unfold(page, CHANGES);
    await look("the personal page, unfolded");
    await page.getByRole("button", { name: "Annuler mon inscription" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre annulation est enregistrée");
    await look("the cancelled registration");
    expect(faults).toEqual([]);
  });
}

for (const address of ["/nulle-part", "/besoins/nulle-part", "/inscriptions/nulle-part"]) {
  test(`${address} is accessible and leads somewhere`, async ({ page, guard }) => {
    guard.allow(/404/);
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.getByRole("main").getByRole("link").count()).toBeGreaterThanOrEqual(2);
    expect(await axeFaults(page)).toEqual([]);
  });
}

test("the keyboard reaches the content first, and sees where it is", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
  await page.keyboard.press("Tab");
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(ring.outlineStyle).not.toBe("none");
  expect(ring.width).toBeGreaterThanOrEqual(2);
});
