import type { Locator } from "@playwright/test";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { fromStart, makeSeat, makeSession } from "#tests/support/session-of-the-day";

const BLACK = "rgb(0, 0, 0)";
const WHITE = "rgb(255, 255, 255)";
const colourOf = (place: Locator) => place.evaluate((element) => getComputedStyle(element).color);

for (const colorScheme of ["light", "dark"] as const) {
  test(`the lists of the team are printed with their names, from a screen in ${colorScheme}`, async ({
    page,
    database,
    someone,
  }) => {
    const session = await makeSession(database, fromStart(-24 * 60), { published: true });
    const id = await makeSeat(database, session, someone);
    await database.rows(`UPDATE "Registration" SET "firstName" = 'Camille', "lastName" = 'Durand' WHERE "id" = $1`, [
      id,
    ]);
    await enter(page);
    await page.emulateMedia({ media: "print", colorScheme });

    await page.goto(`/administration/webinaires/${session.id}/presence`);
    const main = page.getByRole("main");
    await expect(main.getByText("Camille Durand")).toBeVisible();
    await expect(main.getByText(someone)).toBeVisible();
    await expect(main.getByRole("checkbox", { name: /Camille Durand/ })).toBeVisible();
    expect(await colourOf(main.getByText("Camille Durand"))).toBe(BLACK);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(WHITE);
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("navigation")).toHaveCount(0);

    await page.goto(`/administration/webinaires/${session.id}/inscrits`);
    await expect(main.getByText("Camille Durand")).toBeVisible();
    await expect(main.getByText(someone).first()).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    for (const words of await main.locator("p, span, a, h1, h2, li").all())
      if (await words.isVisible()) expect(["rgb(0, 0, 0)", "rgb(51, 51, 51)"]).toContain(await colourOf(words));
  });
}
