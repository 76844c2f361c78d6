import type { Page } from "@playwright/test";
import { axeFaults, overflow } from "#tests/support/axe";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { schoolCalendar } from "#tests/support/school-calendar";

/** Days of the test's own: they cover the year, and two third Thursdays. */
const CALENDAR = schoolCalendar([
  ["Vacances de Noël - Zones A/B/C", "2026-12-19", "2027-01-04"],
  ["Vacances d'Hiver - Zones A/B", "2027-02-13", "2027-02-22"],
  ["Vacances d'Été - Zones A/B/C", "2027-07-03", "2027-09-01"],
  ["Vacances de Noël - Zones A/B/C", "2027-12-18", "2028-01-03"],
]);

const WAYS = [
  { name: "desktop", viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  { name: "phone", viewport: { width: 360, height: 740 }, javaScriptEnabled: true },
  { name: "desktop without scripts", viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
];

const month = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

async function loadCalendar(page: Page): Promise<void> {
  await page.goto("/administration/cycles");
  const field = page.getByLabel("Fichier du calendrier scolaire");
  await field.setInputFiles({ name: "page.ics", mimeType: "text/html", buffer: Buffer.from("<html>") });
  await page.getByRole("button", { name: "Charger le calendrier" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("n’est pas un calendrier");
  await field.setInputFiles({ name: "Zone-A-B-C.ics", mimeType: "text/calendar", buffer: Buffer.from(CALENDAR) });
  await page.getByRole("button", { name: "Charger le calendrier" }).click();
  await expect(page.getByRole("status")).toContainText("C’est enregistré");
  await expect(page.getByRole("main")).toContainText("au 2 janvier 2028, zones A, B et C");
}

/** Another date than the one proposed; the field shows once it is asked for. */
async function move(page: Page, name: string, local: string): Promise<void> {
  await month(page, name).getByLabel("Une autre date").check();
  await page.getByLabel(`${name}\u00A0: date et heure de Paris`).fill(local);
}

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("a year is proposed, chosen and created with the texts of another", async ({ page }) => {
      await enter(page);
      await loadCalendar(page);
      await page.getByRole("link", { name: "Nouveau cycle" }).click();
      await page.getByRole("textbox", { name: "Année" }).fill("2019");
      await page.getByRole("button", { name: "Proposer les dates" }).click();
      await expect(month(page, "Août")).toContainText("férié (Assomption)");
      await expect(month(page, "Août").getByLabel("Jeudi 22 août 2019")).toBeChecked();
      await expect(page.getByRole("main")).toContainText("Calendrier scolaire de 2019 non chargé");

      await page.getByRole("textbox", { name: "Année" }).fill("2027");
      await page.getByRole("button", { name: "Proposer les dates" }).click();
      await expect(page.getByRole("heading", { level: 2, name: /^2027.*3e jeudi, 13.h.–\u2060.14.h/ })).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("non chargé");
      await expect(page.getByRole("radio", { name: /^Jeudi/ })).toHaveCount(12);
      await expect(month(page, "Février")).toContainText("vacances d’hiver (zones A et B)");
      await expect(month(page, "Juillet")).toContainText("lendemain de jour férié (Fête nationale)");
      await expect(month(page, "Août")).toContainText("vacances d’été (zones A, B et C)");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

      const title = `Cycle 2027, ${name}`;
      await move(page, "Mars", "2027-03-28T02:30");
      await move(page, "Août", "2027-08-26T13:00");
      await month(page, "Décembre").getByLabel("Pas de séance").check();
      await page.getByRole("textbox", { name: "Titre du cycle" }).fill(title);
      await page.getByRole("combobox", { name: /Reprendre les textes/ }).selectOption({ label: "Cycle 2019" });
      await page.getByRole("button", { name: "Créer le cycle" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("n’existe pas à Paris");
      await expect(month(page, "Décembre").getByLabel("Pas de séance")).toBeChecked();
      await month(page, "Mars").getByLabel("Jeudi 18 mars 2027").check();
      await move(page, "Juin", "2027-06-19T13:00");
      await page.getByRole("button", { name: "Créer le cycle" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("19 juin 2027 est à vérifier : un samedi");
      await page.getByLabel("Juin\u00A0: date et heure de Paris").fill("2027-06-20T13:00");
      await page.getByRole("button", { name: "Créer quand même" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "20 juin 2027 est à vérifier : un dimanche",
      );
      await month(page, "Juin").getByLabel("Jeudi 17 juin 2027").check();
      for (const button of ["Créer quand même", "Créer quand même"])
        await page.getByRole("button", { name: button }).click();

      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const sessions = page.getByRole("main").locator("ol > li");
      await expect(sessions).toHaveCount(11);
      await expect(sessions.nth(7)).toContainText(/jeudi 26 août 2027, 13.h.–\u2060.14.h/i);
      await expect(sessions.nth(7)).toContainText("Favoriser l’engagement de l’entreprise");
      await expect(sessions.filter({ hasText: "Brouillon" })).toHaveCount(11);
      await expect(page.getByRole("main")).toContainText("du 21 janvier 2027 au 18 novembre 2027");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
    });
  });
}

test("the drafts of a cycle are published together, and its title is saved", async ({ page, request, database }) => {
  await enter(page);
  // Sessions of the past, so that none is added to those that other journeys register for.
  await page.goto("/administration/cycles/nouveau?annee=2020");
  for (const name of [
    "Mars",
    "Avril",
    "Mai",
    "Juin",
    "Juillet",
    "Août",
    "Septembre",
    "Octobre",
    "Novembre",
    "Décembre",
  ])
    await month(page, name).getByLabel("Pas de séance").check();
  await page.getByRole("combobox", { name: /Reprendre les textes/ }).selectOption({ label: "Cycle 2019" });
  await page.getByRole("button", { name: "Créer le cycle" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Cette date est passée");
  await page.getByRole("button", { name: "Créer quand même" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cycle 2020" })).toBeVisible();
  const isPublic = async () => (await request.get("/webinaires/qualifier-l-innovation-2020")).status();
  expect(await isPublic()).toBe(404);

  await page.getByText("Publier les brouillons").click();
  await expect(page.getByText("Cette date est passée")).toHaveCount(2);
  await database.rows(
    `UPDATE "Webinar" SET "startsAt" = "startsAt" + interval '1 day' WHERE "slug" = 'qualifier-l-innovation-2020'`,
  );
  await page.getByRole("button", { name: "Publier 2 séances quand même" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "2 séances paraîtront, le 16 janvier 2020 et le 21 février 2020",
  );
  expect(await isPublic()).toBe(404);
  await page.getByRole("button", { name: "Publier 2 séances quand même" }).click();
  await expect(page.getByRole("status")).toContainText("C’est en ligne");
  await expect(page.getByText("Publier les brouillons")).toHaveCount(0);
  expect(await isPublic()).toBe(200);

  await page.getByRole("textbox", { name: "Titre" }).fill("Programme 2020");
  await page.getByRole("checkbox", { name: "Le programme est prévisionnel" }).uncheck();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Programme 2020" })).toBeVisible();
  await page.goto("/administration/journal");
  await expect(page.getByRole("main")).toContainText("modification d’un cycle");
});
