import { overflow } from "#tests/support/axe";
import { expect, test } from "#tests/support/journey";

test("a mayor who does not know her need is led to a path that she can send", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Vous hésitez" }).click();
  await page.getByLabel("Maire, élue ou élu").check();
  await page.getByLabel("Je ne sais pas encore").check();
  await page.getByLabel("Trente minutes").check();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Voir mon parcours" }).click();

  await page.getByRole("link", { name: "je ne sais pas qui fait quoi ici" }).click();
  await expect(page).toHaveURL("/orientation?profil=elu&besoin=connaitre-l-ecosysteme-territorial&temps=30-minutes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Qui agit déjà ici/);
  await expect(page.getByText(/étapes, (\d\d|30)\smin en tout/)).toBeVisible();
  await expect(page.getByText("À retrouver")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /prochaine séance/ })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.getByRole("link", { name: "Changer mes réponses" }).click();
  await expect(page.getByLabel("Maire, élue ou élu")).toBeChecked();
  await page.getByLabel("Je passe à l’action").check();
  await page.getByLabel("Une demi-journée").check();
  await page.getByRole("button", { name: "Voir mon parcours" }).click();
  await expect(page.getByRole("heading", { name: /^Agir/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^S’informer/ })).toHaveCount(0);
});
