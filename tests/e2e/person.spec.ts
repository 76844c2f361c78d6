import { enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";
import { makeSeat } from "#tests/support/session-of-the-day";
import { expectSound, WAYS } from "#tests/support/ways";

const REFUSED = `INSERT INTO "OutgoingMail" ("id", "kind", "status", "to", "emailKey", "subject", "text", "html", "lastError", "registrationId")
  VALUES (gen_random_uuid(), 'registration-confirmed', 'failed', $1, $1, 'Votre inscription', '', '', '550 5.1.1 User unknown', $2)`;

test("who says that she received nothing is answered by keyboard alone", async ({ page, database, someone }) => {
  const seat = await makeSeat(database, await comingSession(database), someone);
  await database.rows(REFUSED, [someone, seat]);
  await enter(page);
  await page.waitForLoadState("networkidle");
  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  /** « Aller au contenu », then as many as it takes. */
  const reach = async (words: string) => {
    await press("Tab", "Enter");
    const focused = page.locator("a:focus, button:focus", { hasText: words });
    for (let turn = 0; turn < 6 && (await focused.count()) === 0; turn += 1) await press("Tab");
    await expect(focused).toBeVisible();
    await press("Enter");
  };
  await press("/");
  await page.keyboard.type(someone);
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(someone);
  await expectSound(page, true);
  await reach("Camille Durand");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Camille Durand");
  await expect(page.getByRole("main")).toContainText("Cette adresse n’existe pas.");
  await expectSound(page, true);
  await page.waitForLoadState("networkidle");
  await reach("Lui renvoyer ses liens");
  await expect(page.getByRole("status")).toContainText("Un message part à cette personne");
  expect((await mailsTo(someone))[0]?.text).toMatch(/\/inscriptions\/[\w-]{43}/);
  expect(keys).toBeLessThanOrEqual(16);
});

for (const { name, ...use } of WAYS.slice(1)) {
  test.describe(name, () => {
    test.use(use);

    test("a person is found, renamed, moved in and out of a session, and erased", async ({
      page,
      database,
      someone,
    }) => {
      await makeSeat(database, await comingSession(database), someone);
      await enter(page);
      const everywhere = page.getByRole("searchbox", { name: "Chercher une personne" });
      await everywhere.fill(someone);
      await everywhere.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toContainText(someone);
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("link", { name: "Camille Durand" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByText("Corriger le nom").first().click();
      await page.getByRole("textbox", { name: "Prénom" }).fill("");
      await page.getByRole("button", { name: "Corriger le nom" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Indiquez le prénom de la personne.");
      await page.getByRole("textbox", { name: "Prénom" }).fill("Camélia");
      await page.getByRole("button", { name: "Corriger le nom" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Camélia Durand");
      await page.getByText("Annuler l’inscription du").click();
      await page.getByRole("button", { name: "Oui, annuler et prévenir" }).click();
      await expect(page.getByRole("status")).toContainText("L’inscription est annulée");
      await page.getByRole("button", { name: "Rétablir l’inscription" }).click();
      await expect(page.getByRole("status")).toContainText("rétablie");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByText("Remettre ce que nous gardons d’elle").click();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Télécharger le fichier" }).click();
      expect((await download).suggestedFilename()).toBe("donnees-gardees.json");
      await page.getByText("Effacer cette personne").click();
      await page.getByRole("button", { name: "Effacer définitivement" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Cochez la case");
      await page.getByRole("checkbox", { name: "a demandé à être effacée" }).check();
      await page.getByRole("button", { name: "Effacer définitivement" }).click();
      await expect(page.getByRole("status")).toContainText("La personne est effacée");
      expect(await database.rows(`SELECT 1 FROM "Person" WHERE "emailKey" = $1`, [someone])).toEqual([]);
    });
  });
}
