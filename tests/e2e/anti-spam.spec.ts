import type { Page } from "@playwright/test";
import { expect, fillRegistration, register, sessionOf, test } from "#tests/support/journey";

/** Forms that fall into the trap before a proof is asked of their address. */
const TRAPPED_FORMS = 11;

/** Writes where no person can. */
const fillTrap = (page: Page) => page.locator('input[name="homepage"]').fill("https://robot.example", { force: true });

/** Comes from an address of its own: the portal of these journeys trusts one proxy. */
async function comesFrom(page: Page, name: string): Promise<void> {
  const last = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 250, 7);
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${last}` });
}

test("the trap is out of sight and out of reach; who falls into it is told, and registers", async ({
  page,
  database,
  someone,
}) => {
  const slug = await sessionOf(database, "anti-spam");
  await page.goto(`/webinaires/${slug}`);
  await expect(page.locator('input[name="homepage"]')).not.toBeInViewport();
  await expect(page.getByRole("textbox", { name: "Ne pas remplir" })).toHaveCount(0);

  await fillRegistration(page, someone);
  await fillTrap(page);
  await register(page);
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toContainText("remplissage automatique");
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(someone);
  expect(await database.confirmed(slug)).not.toContain(someone);

  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  expect(await database.confirmed(slug)).toContain(someone);
});

test("past the threshold a proof is asked: the browser works, or the person waits", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
}, info) => {
  test.slow();
  const slug = await sessionOf(database, "anti-spam");
  await comesFrom(page, info.project.name);
  const summary = page.getByRole("main").getByRole("alert");
  for (let sent = 0; sent < TRAPPED_FORMS; sent++) {
    await page.goto(`/webinaires/${slug}`);
    await fillRegistration(page, someone);
    await fillTrap(page);
    await register(page);
    await expect(summary).toContainText("remplissage automatique");
  }
  await register(page);
  await expect(summary).toContainText("renvoyez ce formulaire dans 20");
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(someone);

  if (javaScriptEnabled) {
    await expect(page.getByRole("status").filter({ hasText: "C’est vérifié" })).toBeVisible();
  } else {
    await register(page);
    await expect(summary).toContainText("C’est un peu tôt");
    await page.waitForTimeout(20_000);
  }
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  expect(await database.confirmed(slug)).toContain(someone);
});
