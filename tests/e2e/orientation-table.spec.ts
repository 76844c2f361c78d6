import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

const NEED = "definir-sa-strategie";
const QUESTIONS = "/administration/orientation";
const PATH = `/orientation?besoin=${NEED}`;
const REASON = "Pour lire ce que l’équipe vient d’ajouter.";

test("an editor changes what leads where, tries it, and only then puts it before visitors", async ({ page }) => {
  await enter(page);
  await page.goto(`${QUESTIONS}/${NEED}`);
  const lines = page.getByLabel("Ce qui est proposé, dans l’ordre");
  await lines.fill(`S’informer\n/methode 2 ${REASON}\n${await lines.inputValue()}`);
  await page.getByRole("button", { name: "Enregistrer sans mettre en ligne" }).click();
  await expect(page.getByText("Des changements attendent")).toBeVisible();

  await page.getByLabel("Sa question").selectOption(NEED);
  await page.getByRole("button", { name: "Essayer" }).click();
  const outcome = (title: string) =>
    page.locator("div", { has: page.getByRole("heading", { name: title, exact: true }) }).last();
  await expect(outcome("Avec ce qui est écrit ici")).toContainText(REASON);
  await expect(outcome("Avec ce qui est en ligne")).not.toContainText(REASON);
  await page.goto(PATH);
  await expect(page.getByRole("main")).not.toContainText(REASON);

  await page.goto(QUESTIONS);
  await page.getByRole("button", { name: "Mettre la table en ligne" }).click();
  await expect(page.getByText("Ce que vous lisez ici est ce qui oriente les visiteurs.")).toBeVisible();
  await expect(async () => {
    await page.goto(PATH);
    await expect(page.getByRole("main")).toContainText(REASON, { timeout: 1_000 });
  }).toPass();
});
