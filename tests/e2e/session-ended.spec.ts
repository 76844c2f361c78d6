import type { Locator, Page } from "@playwright/test";
import { ADMINISTRATOR, enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

const TYPED = "Un résumé que personne ne veut taper deux fois.";

async function openContact(page: Page): Promise<Locator> {
  await page.goto("/administration/pages");
  await page.getByRole("main").getByRole("link", { name: "Contact", exact: true }).click();
  const summary = page.getByRole("textbox", { name: "Résumé" });
  await expect(summary).toBeVisible();
  return summary;
}

test("with scripts, what was typed stays in the form of whoever was signed out", async ({ page, context }) => {
  await enter(page);
  const summary = await openContact(page);
  // The editor of texts opens once the scripts have taken the form over.
  await expect(page.getByRole("toolbar").first()).toBeVisible();
  await summary.fill(TYPED);
  await context.clearCookies();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Votre session a pris fin");
  await expect(summary).toHaveValue(TYPED);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("whoever was signed out learns it, comes back to the page, and finds what was typed two steps before", async ({
    page,
    context,
  }) => {
    await enter(page);
    const summary = await openContact(page);
    const [address, before] = [page.url(), await summary.inputValue()];
    await summary.fill(TYPED);
    await context.clearCookies();
    await page.getByRole("button", { name: "Enregistrer" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "Connexion" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("n’est pas enregistré");
    await page.getByRole("textbox", { name: "Adresse électronique" }).fill(ADMINISTRATOR.email);
    await page.getByLabel("Mot de passe").fill(ADMINISTRATOR.password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(summary).toHaveValue(before);
    expect(page.url()).toBe(address);

    await page.goBack();
    await page.goBack();
    await expect(summary).toHaveValue(TYPED);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status")).toContainText("C’est enregistré");
    await summary.fill(before);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(summary).toHaveValue(before);
  });

  test("an address of the back office waits behind the sign-in page; one of another site does not", async ({
    page,
  }) => {
    await page.goto("/administration/journal?page=1");
    await page.getByRole("textbox", { name: "Adresse électronique" }).fill(ADMINISTRATOR.email);
    await page.getByLabel("Mot de passe").fill(ADMINISTRATOR.password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Journal" })).toBeVisible();
    await page.goto("/connexion?retour=https://ailleurs.example/administration");
    await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
  });
});
