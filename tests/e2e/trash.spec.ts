import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

test("a draft that is thrown away leaves the lists, and is taken back", async ({ page }) => {
  const name = "Terme jeté par erreur";
  await enter(page);
  await page.goto("/administration/glossaire/nouveau");
  await page.getByRole("textbox", { name: "Terme" }).fill(name);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status")).toContainText("C’est enregistré");
  await page.getByText("Jeter ce brouillon", { exact: true }).click();
  await page.getByRole("button", { name: "Oui, jeter ce brouillon" }).click();
  await expect(page.getByRole("status")).toContainText("dans la corbeille");
  await page.goto("/administration/glossaire?etat=draft");
  await expect(page.getByRole("link", { name })).toHaveCount(0);

  await page.goto("/administration/corbeille");
  await page.locator("section").filter({ hasText: name }).getByRole("button", { name: "Reprendre" }).click();
  await expect(page.getByRole("status")).toContainText("C’est repris");
  await page.goto("/administration/glossaire?etat=draft");
  await expect(page.getByRole("link", { name })).toBeVisible();
});
