import { ADMINISTRATOR, enter, signIn } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";

test.describe.configure({ mode: "serial" });

const link = () => process.env.E2E_FIRST_LINK ?? "";
const DASHBOARD = /\/administration$/;
const GATE = /\/connexion(\?retour=%2Fadministration%2F[\w%-]+)?$/;

test("nobody enters without an account, and nothing of the back office is shown", async ({ request }) => {
  for (const path of ["", "/besoins", "/webinaires", "/personnes", "/envois", "/journal", "/glossaire/nouveau"]) {
    const response = await request.get(`/administration${path}`, { maxRedirects: 0 });
    expect([303, 307], path).toContain(response.status());
    expect(response.headers().location, path).toMatch(GATE);
    expect(await response.text(), path).not.toMatch(/Se déconnecter|Enregistrer|Voir les inscrits|Modifié le/);
  }
});

test("the one-time link creates the account and opens the back office", async ({ page, context }) => {
  await page.goto(link());
  await page.getByRole("textbox", { name: "Votre nom" }).fill(ADMINISTRATOR.name);
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(ADMINISTRATOR.email);
  await page.getByLabel("Mot de passe").fill("trop court");
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(ADMINISTRATOR.email);
  await expect(page.getByLabel("Mot de passe")).toHaveValue("");

  await page.getByLabel("Mot de passe").fill(ADMINISTRATOR.password);
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(page).toHaveURL(DASHBOARD);
  await expect(page.getByText(ADMINISTRATOR.name)).toBeVisible();
  const [cookie, ...others] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(others).toEqual([]);
});

test("the link serves once", async ({ page }) => {
  await page.goto(link());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre plus rien");
  await expect(page.getByRole("button", { name: "Créer mon compte" })).toHaveCount(0);
});

test("a wrong password says nothing of the account", async ({ page }) => {
  await signIn(page, "une autre phrase assez longue");
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toBeVisible();
  const known = await alert.textContent();
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill("personne@exemple.fr");
  await page.getByLabel("Mot de passe").fill("une autre phrase assez longue");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue("personne@exemple.fr");
  expect(await alert.textContent()).toBe(known);
});

test("a cookie kept after signing out opens nothing", async ({ page, context }) => {
  await enter(page);
  const kept = await context.cookies();
  expect(kept).toHaveLength(1);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).not.toHaveURL(/administration/);
  expect((await context.cookies()).filter(({ value }) => value)).toEqual([]);

  await context.addCookies(kept);
  await page.goto("/administration");
  await expect(page).toHaveURL(GATE);
});
