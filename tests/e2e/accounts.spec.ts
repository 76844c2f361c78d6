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

test("a partner writes the resource of their centre, without scripts, and the public reads it as before", async ({
  page,
  browser,
  baseURL,
  database,
  someone,
}) => {
  const [own] = await database.rows<{ id: string; slug: string; summary: string; centre: string; centreId: string }>(
    `SELECT r."id", r."slug", r."summary", c."name" AS "centre", c."id" AS "centreId"
     FROM "Resource" r JOIN "ResourceCentre" rc ON rc."resourceId" = r."id" JOIN "Centre" c ON c."id" = rc."centreId"
     WHERE r."publishedAt" IS NOT NULL AND r."withdrawnAt" IS NULL AND c."publishedAt" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "Revision" v WHERE v."itemId" = r."id") ORDER BY r."slug" DESC LIMIT 1`,
  );
  if (!own) throw new Error("No resource of a centre is online.");
  const [other] = await database.rows<{ id: string }>(
    `SELECT "id" FROM "Resource" WHERE "id" NOT IN (SELECT "resourceId" FROM "ResourceCentre" WHERE "centreId" = $1) LIMIT 1`,
    [own.centreId],
  );
  await enter(page);
  await page.goto("/administration/comptes");
  await page.getByLabel("Adresse électronique").fill(someone);
  await page.getByLabel("Partenaire :").check();
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choisissez le centre");
  await expect(page.getByLabel("Adresse électronique")).toHaveValue(someone);
  await page.getByLabel("Centre (pour un partenaire)").selectOption({ label: own.centre });
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByRole("status")).toContainText("L’invitation part");
  expect(await axeFaults(page)).toEqual([]);
  const [invitation] = await mailsTo(someone);

  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const theirs = await context.newPage();
  await theirs.setViewportSize({ width: 360, height: 740 });
  await theirs.goto(/\/bienvenue\/[\w-]{43}/.exec(invitation?.text ?? "")?.[0] ?? "");
  await theirs.getByLabel("Votre nom").fill("Camille Partenaire");
  await theirs.getByLabel("Mot de passe").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(theirs).toHaveURL(/\/administration\/mon-centre$/);
  expect(await overflow(theirs)).toBeLessThanOrEqual(0);
  await theirs.goto(`/administration/mon-centre/ressources/${own.id}`);
  await theirs.getByLabel("Résumé").fill("Ce que le partenaire propose.");
  await theirs.getByRole("button", { name: "Enregistrer" }).click();
  await expect(theirs.getByRole("status")).toContainText("Le public lit toujours la version en ligne");
  await expect(theirs.getByLabel("Résumé")).toHaveValue("Ce que le partenaire propose.");
  expect(await overflow(theirs)).toBeLessThanOrEqual(0);
  await theirs.goto(`/ressources/${own.slug}`);
  await expect(theirs.getByRole("main")).not.toContainText("Ce que le partenaire propose.");

  expect((await theirs.goto(`/administration/mon-centre/ressources/${other?.id}`))?.status()).toBe(404);
  for (const closed of [`/administration/ressources/${own.id}`, "/administration/personnes", "/administration"]) {
    await theirs.goto(closed);
    await expect(theirs).toHaveURL(/\/administration\/mon-centre$/);
  }
  await context.close();

  // What axe finds needs scripts: the same screens, of the same account.
  const scripted = await browser.newContext({ baseURL: baseURL ?? "" });
  const again = await scripted.newPage();
  await signIn(again, someone);
  await expect(again.getByRole("heading", { level: 2, name: "La page du centre" })).toBeVisible();
  for (const [screen, title] of [
    ["", "La page du centre"],
    [`/ressources/${own.id}`, "Publication"],
  ] as const) {
    await again.goto(`/administration/mon-centre${screen}`);
    await expect(again.getByRole("heading", { level: 2, name: title })).toBeVisible();
    for (const width of [360, 1280]) {
      await again.setViewportSize({ width, height: 800 });
      expect(await overflow(again)).toBeLessThanOrEqual(0);
      expect(await axeFaults(again)).toEqual([]);
    }
  }
  const summary = again.getByRole("textbox", { name: "Résumé" });
  await again.waitForLoadState("networkidle");
  await summary.press("End");
  await summary.pressSequentially(" Et plus.");
  await expect(again.getByText(/^Enregistré à/)).toBeVisible();
  await again.reload();
  await expect(again.locator("[name=summary]")).toHaveValue("Ce que le partenaire propose. Et plus.");
  await scripted.close();
  await database.rows(`DELETE FROM "Revision" WHERE "itemId" = $1`, [own.id]);
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
