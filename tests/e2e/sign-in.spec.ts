import { ADMINISTRATOR } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

const REFUSED = "Votre navigateur refuse les cookies.";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a browser that refuses cookies, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("is told so, once the password is the right one", async ({ page }) => {
      await page.route("**/connexion**", async (route) => {
        const { cookie: _, ...headers } = await route.request().allHeaders();
        await route.continue({ headers });
      });
      await page.route("**/administration**", async (route) => {
        const { cookie: _, ...headers } = await route.request().allHeaders();
        await route.continue({ headers });
      });
      await page.goto("/connexion?retour=%2Fadministration%2Fjournal");
      await expect(page.getByText(REFUSED)).toHaveCount(0);
      const fill = async (password: string) => {
        await page.getByRole("textbox", { name: "Adresse électronique" }).fill(ADMINISTRATOR.email);
        await page.getByLabel("Mot de passe").fill(password);
        await page.getByRole("button", { name: "Se connecter" }).click();
      };
      await fill("une autre phrase assez longue");
      await expect(page.getByRole("main").getByRole("alert")).toContainText("incorrects");
      await expect(page.getByText(REFUSED)).toHaveCount(0);
      await fill(ADMINISTRATOR.password);
      await expect(page.getByText(REFUSED)).toBeVisible();
      await expect(page.locator('input[name="retour"]')).toHaveValue("/administration/journal");
    });
  });
}
