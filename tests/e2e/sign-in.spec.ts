import { ADMINISTRATOR, signIn } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

const REFUSED = "Votre navigateur refuse les cookies.";

test.describe("a browser that refuses cookies, without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("is told so once the password is the right one, and not before", async ({ page, request }) => {
    const refused = page.getByText(REFUSED);
    await page.goto("/connexion?retour=%2Fadministration%2Fjournal");
    const form = await page
      .locator("form")
      .evaluate((element: HTMLFormElement) =>
        [...new FormData(element)].map(([name, value]) => [name, String(value)] as const),
      );
    const post = (password: string) =>
      request.post("/connexion?retour=%2Fadministration%2Fjournal", {
        multipart: { ...Object.fromEntries(form), email: ADMINISTRATOR.email, password },
        maxRedirects: 0,
      });
    expect(await (await post("une autre phrase assez longue")).text()).not.toContain(REFUSED);
    const answer = await post(ADMINISTRATOR.password);
    expect(answer.status()).toBe(303);

    await page.goto(answer.headers().location ?? "");
    await expect(refused).toBeVisible();
    await expect(page.locator('input[name="retour"]')).toHaveValue("/administration/journal");
    await page.goto("/connexion?essai=oui");
    await expect(refused).toHaveCount(0);

    await signIn(page);
    await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
  });
});
