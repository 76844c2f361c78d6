import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { expectSound, WAYS } from "#tests/support/ways";
import { webSite } from "#tests/support/web-site";

for (const { name, ...use } of WAYS.filter(({ name }) => name !== "phone")) {
  test.describe(name, () => {
    test.use(use);

    test("the pages of a site arrive, are sorted, and become drafts", async ({ page }) => {
      const item = (title: string, path: string) => `<item><title>${title}</title><link>${path}</link></item>`;
      const items = [1, 2, 3].map((number) => item(`Fiche ${name} ${number}`, `/${number}`)).join("");
      const site = await webSite({ "/flux": `<rss><channel>${items}</channel></rss>` });
      await enter(page);
      await page.goto("/administration/moisson/sources");
      await page.getByRole("combobox", { name: "Centre" }).selectOption({ index: 1 });
      await page.getByRole("textbox", { name: "Adresse" }).fill("une adresse");
      await page.getByRole("button", { name: "Ajouter la source" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("adresse complète");
      await expect(page.getByRole("textbox", { name: "Adresse" })).toHaveValue("une adresse");
      await expect(page.getByRole("combobox", { name: "Centre" })).not.toHaveValue("");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("textbox", { name: "Adresse" }).fill(`${site.origin}/flux`);
      await page.getByRole("button", { name: "Ajouter la source" }).click();
      await expect(page.getByRole("status")).toContainText("ses pages arrivent");

      const source = page.getByRole("listitem").filter({ hasText: site.origin });
      await expect(async () => {
        await page.goto("/administration/moisson/sources");
        await expect(source).toContainText("3\u00A0pages lues", { timeout: 500 });
      }).toPass({ timeout: 45_000 });
      await expectSound(page, use.javaScriptEnabled);
      await source.getByRole("link", { name: "propositions à trier" }).click();

      await page.getByRole("button", { name: "Accepter" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Cochez au moins une proposition");
      await page.getByRole("checkbox", { name: `Fiche ${name} 3` }).check();
      await page.getByRole("button", { name: "Refuser" }).click();
      await expect(page.getByRole("status")).toContainText("1\u00A0proposition est refusée");
      await page.getByRole("link", { name: "Tout cocher sur cette page" }).click();
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("button", { name: "Accepter" }).click();
      await expect(page.getByRole("status")).toContainText("2\u00A0brouillons sont créés");

      await page.getByRole("link", { name: "Acceptées" }).click();
      await page.getByRole("link", { name: `Ouvrir la ressource «\u202FFiche ${name} 1\u202F»` }).click();
      await expect(page.getByRole("textbox", { name: "Titre" })).toHaveValue(`Fiche ${name} 1`);
      await expect(page.getByRole("textbox", { name: "Source", exact: true })).toHaveValue(/^À vérifier/);
      await site.close();
    });
  });
}
