import { overflow } from "#tests/support/axe";
import { expect, mailsTo, test } from "#tests/support/journey";

test("pages are gathered in the address, joined, printed and sent", async ({ page, someone }) => {
  await page.goto("/ressources/fiche-premiere-rencontre");
  await page.getByRole("link", { name: "Ajouter à mon dossier" }).click();
  await page.getByLabel("Chercher sur le portail").fill("carte du territoire");
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.getByRole("link", { name: /^Ajouter.*La carte du territoire/ }).click();
  const mine = page.url();
  await expect(page.getByText(/2\spages/)).toBeVisible();

  await page.goto("/parcours/maire");
  await page.getByRole("link", { name: "Ajouter à mon dossier" }).click();
  await page.getByText("Reprendre un autre dossier").click();
  await page.getByLabel("Son adresse").fill(mine);
  await page.getByRole("button", { name: "Reprendre" }).click();
  await expect(page.getByRole("link", { name: "La première rencontre en 30 minutes", exact: true })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/\/ressources\/fiche-premiere-rencontre$/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Retirer/ }).first()).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.getByLabel("Adresse électronique").fill(someone);
  await page.getByRole("button", { name: "M’envoyer ce dossier" }).click();
  await expect(page.getByText("Le dossier part à cette adresse.")).toBeVisible();
  const [mail] = await mailsTo(someone);
  expect(mail?.text).toContain("/ressources/fiche-premiere-rencontre");
});

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test("the browser remembers it, and that of somebody else does not take its place", async ({ page }) => {
    const add = async (address: string) => {
      await page.goto(address);
      await page.getByRole("link", { name: "Ajouter à mon dossier" }).click();
      await expect(page).toHaveURL(/contenu=/);
    };
    await add("/ressources/fiche-premiere-rencontre");
    await page.goto("/mon-dossier?contenu=methode");
    await expect(page.getByText(/1\spage/)).toBeVisible();
    await add("/ressources/fiche-carte-du-territoire");
    await expect(page).toHaveURL(
      "/mon-dossier?contenu=ressources.fiche-premiere-rencontre&contenu=ressources.fiche-carte-du-territoire",
    );
    await page.goto("/mon-dossier");
    await expect(page.getByText(/2\spages/)).toBeVisible();
    await page.getByRole("link", { name: "Vider le dossier" }).click();
    await expect(page.getByText("Il est vide.")).toBeVisible();
    await page.goto("/mon-dossier");
    await expect(page.getByText("Il est vide.")).toBeVisible();
  });
});
