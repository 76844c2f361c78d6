import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { axeFaults, overflow } from "#tests/support/axe";
import { ADMINISTRATOR, enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";

const PASSWORD = "la girafe mange des glycines";
const CODE_SHAPE = /[a-z2-7]{4}(-[a-z2-7]{4}){3}/;

async function signIn(page: Page, email: string) {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

test("a colleague who is invited reads without changing, and signs in with a phone, without scripts", async ({
  page,
  browser,
  baseURL,
  database,
  someone,
}) => {
  await enter(page);
  await page.goto("/administration/comptes");
  await page.getByLabel("Adresse électronique").fill(someone);
  await page.getByLabel("Lecture seule").check();
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByRole("status")).toContainText("L’invitation part");
  const [invitation] = await mailsTo(someone);
  const link = /\/bienvenue\/[\w-]{43}/.exec(invitation?.text ?? "")?.[0] ?? "";

  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const own = await context.newPage();
  await own.setViewportSize({ width: 360, height: 740 });
  await own.goto(link);
  await own.getByLabel("Votre nom").fill("Sacha Lecture");
  await own.getByLabel("Mot de passe").fill(PASSWORD);
  await own.getByRole("button", { name: "Créer mon compte" }).click();
  await own.goto("/administration/glossaire");
  await expect(own.getByRole("button", { name: "Filtrer" })).toBeVisible();
  await expect(own.locator('a[href$="/nouveau"]')).toHaveCount(0);
  await own.locator("main li a, main td a").first().click();
  await expect(own.getByRole("button", { name: "Enregistrer" })).toHaveCount(0);
  await own.goto("/administration/comptes");
  await expect(own).toHaveURL(/\/administration$/);

  await own.goto("/administration/mon-compte/second-facteur");
  expect(await overflow(own)).toBeLessThanOrEqual(0);
  const codes = await own.getByText(CODE_SHAPE).allTextContents();
  expect(codes).toHaveLength(10);
  await own.getByText("Le dessin ne se lit pas").click();
  const secret = (await own.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  const [seen] = await database.rows<{ at: Date }>(`SELECT max("lastSeenAt") AS "at" FROM "UserSession"`);
  const timestamp = seen?.at.getTime() ?? 0;
  await own.getByLabel("J’ai noté mes codes").check();
  const phone = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  await own.getByLabel("Code que montre l’application").fill(phone.generate({ timestamp }));
  await own.getByRole("button", { name: "Mettre en place" }).click();
  await expect(own.getByRole("status")).toContainText("Votre téléphone est en place");
  expect(await overflow(own)).toBeLessThanOrEqual(0);

  await own.getByRole("button", { name: "Menu" }).click();
  await own.getByRole("button", { name: "Se déconnecter" }).click();
  await signIn(own, someone);
  await expect(own.getByRole("heading", { level: 1, name: "Votre code" })).toBeVisible();
  await own.goto("/administration");
  await expect(own).toHaveURL(/\/connexion/);
  await own.goto("/connexion/code");
  await own.getByLabel("Code", { exact: true }).fill("000000");
  await own.getByRole("button", { name: "Continuer" }).click();
  await expect(own.getByRole("main").getByRole("alert")).toContainText("Ce code n’est pas le bon");
  await own.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await own.getByRole("button", { name: "Continuer" }).click();
  await expect(own.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
  await context.close();
});

test("a forgotten password is answered alike whoever asks, and its link sets another", async ({
  page,
  someone,
  database,
}) => {
  await database.rows(
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "createdAt")
     SELECT gen_random_uuid(), $1, 'Sacha Oubli', 'editor', "passwordHash", "createdAt" FROM "User" WHERE "email" = $2`,
    [someone, ADMINISTRATOR.email],
  );
  const ask = async (email: string) => {
    await page.goto("/connexion");
    await page.getByRole("link", { name: /Mot de passe oublié/ }).click();
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez votre boîte aux lettres");
    return page.getByRole("main").textContent();
  };
  expect(await ask(`absente.${someone}`)).toBe(await ask(someone));
  const [mail] = await mailsTo(someone);
  await page.goto(/\/connexion\/mot-de-passe\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
  await expect(page.getByRole("status")).toContainText("Votre mot de passe est changé");
  await signIn(page, someone);
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
});
