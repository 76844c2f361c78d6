import { CARDS } from "#lib/nouns/cards";
import { axeFaults, overflow } from "#tests/support/axe";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { ownSession } from "#tests/support/sessions";
import { drawnByHalf } from "#tests/support/sheets";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
const REFLOW = { width: 320, height: 640 };
const SECTIONS = Object.values(CARDS).map(({ section }) => section);

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page of the back office is accessible in ${colorScheme}`, async ({ page, database, someone }) => {
    test.setTimeout(600_000);
    await ownSession(database, `ecrans-${colorScheme}`, [{ email: someone }]);
    await database.rows(
      `INSERT INTO "WatchedLink" ("url", "heldBy", "seenAt", "state", "fault", "failedOn", "nextAt")
       SELECT split_part("url", '#', 1), ARRAY['resource/' || "resourceId"], now(), 'dead', 'Le site a répondu 404.',
         now() - interval '3 days', now() + interval '7 days' FROM "ResourceLink" LIMIT 1 ON CONFLICT DO NOTHING`,
    );
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const faults: string[] = [];
    const look = async (what: string) => {
      // A preview is a public page, whose sheet is that of public pages.
      const lent = page.url().includes("/apercu/") ? [] : await drawnByHalf(page);
      faults.push(...lent.map((name) => `${what} leaves ${name} to the sheet of public pages`));
      for (const viewport of [REFLOW, PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        if ((await overflow(page)) > 0) faults.push(`${what} sticks out at ${viewport.width}`);
        if (viewport !== REFLOW) faults.push(...(await axeFaults(page, `${what} at ${viewport.width}`)));
      }
    };
    await page.goto("/connexion");
    await look("sign-in");
    await page.goto("/connexion/mot-de-passe-oublie");
    await look("a forgotten password");
    await page.goto(`/bienvenue/${"a".repeat(43)}`);
    await look("a spent link");
    await page.setViewportSize(DESKTOP);
    await enter(page);
    for (const place of [
      "",
      "/moisson",
      "/moisson/sources",
      "/ressources/importer",
      "/liens",
      "/couverture",
      "/envois",
      "/envois/messages",
      "/medias",
      "/journal",
      "/accessibilite",
      "/charte",
      "/corbeille",
      "/personnes",
      "/comptes",
      "/mon-compte",
      "/mon-compte/second-facteur",
    ]) {
      await page.goto(`/administration${place}`);
      await look(place || "dashboard");
    }
    for (const section of SECTIONS) {
      await page.goto(`/administration/${section}`);
      await look(section);
      await page.goto(`/administration/${section}/nouveau`);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
      await look(`${section}, new with errors`);
      await page.goto(`/administration/${section}`);
      await page.locator("main li a").first().click();
      await expect(page.getByRole("button", { name: "Enregistrer" })).toBeVisible();
      await look(`${section}, edit`);
    }
    await page.goto("/administration/personnes");
    await page.locator("main li a").first().click();
    await page.getByText("Corriger l’adresse").click();
    await page.getByRole("textbox", { name: "Adresse électronique" }).fill("personne@");
    await page.getByRole("button", { name: "Corriger et écrire" }).click();
    await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
    await look("a person, with errors");
    await page.goto("/administration/glossaire");
    const term = colorScheme === "light" ? "ARPEA" : "Bien commun";
    await page.getByRole("main").getByRole("link", { name: term, exact: true }).click();
    const preview = await page.getByRole("link", { name: "Aperçu de la page" }).getAttribute("href");
    await page.getByRole("textbox", { name: "Définition" }).press("Control+End");
    await page.getByRole("textbox", { name: "Définition" }).pressSequentially(" Et plus.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Modifications en attente")).toBeVisible();
    await look("glossaire, with changes that wait");
    await page.getByRole("link", { name: "Historique" }).click();
    await page.locator("main ol a").first().click();
    await expect(page.locator("main ins")).toContainText("Et plus.");
    await look("glossaire, a version of the history");
    const shown = await page.goto(new URL(preview ?? "", page.url()).pathname);
    expect(shown?.headers()).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" });
    await expect(page.getByRole("main")).toContainText("Et plus.");
    await look("the preview of a page");
    await page.goto("/administration/webinaires");
    await page.getByRole("link", { name: "Inscrits" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Inscrits");
    await look("registrants");
    await page.getByRole("link", { name: "Partenaires", exact: true }).click();
    await page.getByRole("button", { name: "Créer le lien" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await look("partners’ links, with errors");
    await page.getByRole("link", { name: "Formulaire", exact: true }).click();
    await page.getByRole("button", { name: "Ajouter ce champ" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await look("the form of a session, with errors");
    expect(faults).toEqual([]);
  });
}

test("a message of the outbox can be read, and is accessible", async ({ page, database }) => {
  await expect
    .poll(async () => (await database.rows(`SELECT 1 FROM "OutgoingMail" WHERE "status" = 'sent'`)).length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  await enter(page);
  await page.goto("/administration/envois/messages");
  await page.locator("main li a, main td a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("@exemple.fr");
  expect(await axeFaults(page)).toEqual([]);
});

test("on a phone the menu opens, and the dashboard fits", async ({ page }) => {
  await enter(page);
  await page.setViewportSize(PHONE);
  const [menu, home] = [page.getByRole("button", { name: "Menu" }), page.getByRole("link", { name: "Voir le site" })];
  const middleOf = async (one: typeof menu) => {
    const box = await one.boundingBox();
    return box && box.y + box.height / 2;
  };
  const title = page.getByRole("banner").getByRole("link", { name: "Administration" });
  expect(await middleOf(title)).toBe(await middleOf(menu));
  expect(await middleOf(home)).toBe(await middleOf(menu));
  await menu.click();
  const room = page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Glossaire" });
  await expect(room).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(room).toBeHidden();
});
