import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { fromStart, makeSeat, makeSession, registrationRow } from "#tests/support/session-of-the-day";
import { expectSound, WAYS } from "#tests/support/ways";

const YESTERDAY = fromStart(-24 * 60);

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("a report is reviewed, then applied", async ({ page, database, someone }) => {
      const session = await makeSession(database, YESTERDAY, { published: true });
      const seat = async (who: string, firstName: string, lastName: string) => {
        const id = await makeSeat(database, session, `${who}.${someone}`);
        await database.rows('UPDATE "Registration" SET "firstName" = $2, "lastName" = $3 WHERE "id" = $1', [
          id,
          firstName,
          lastName,
        ]);
        return id;
      };
      const [sure, named, doubted, absent] = [
        await seat("sure", "Camille", "Durand"),
        await seat("nom", "Élodie", "Martin"),
        await seat("doute", "Jean", "Petit"),
        await seat("absent", "Sacha", "Absent"),
      ];
      const report = [
        "2. Participants",
        "Nom\tPremière participation\tDurée de la réunion\tE-mail",
        `Cam\t10/01/2027 10:00\t1 h 2 min 3 s\tsure.${someone}`,
        "MARTIN Elodie (invité)\t10/01/2027 10:00\t47 min\t",
        "Petit\t10/01/2027 10:00\t30 min\t",
        `Aïcha Nouvelle\t10/01/2027 10:00\t12 min\tnouvelle.${someone}`,
        "iPad\t10/01/2027 10:00\t5 min\t",
      ];
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/presence`);
      await expect(page.getByRole("main")).toContainText(
        "0 personne présente (0 %), 4 personnes sans présence relevée, sur 4 personnes attendues",
      );
      await page.waitForLoadState("networkidle");
      const bring = async (text: string, encoding: BufferEncoding) => {
        const file = { name: "relevé.csv", mimeType: "text/csv", buffer: Buffer.from(text, encoding) };
        await page.getByLabel("Fichier CSV des participants").setInputFiles(file);
        await page.getByRole("button", { name: "Lire le relevé" }).click();
      };
      await bring("Bonjour", "utf8");
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Aucun participant");
      await bring(`\uFEFF${report.join("\r\n")}`, "utf16le");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Vérifier le relevé");
      await page.waitForLoadState("networkidle");
      await expectSound(page, use.javaScriptEnabled);
      await expect(page.getByRole("checkbox", { name: /^Cam, 62 min/ })).toBeChecked();
      const row = (who: string) => page.getByRole("group", { name: who });
      await expect(row("MARTIN Elodie").getByRole("combobox", { name: "Qui est-ce" })).toHaveValue(named);
      await page.getByRole("button", { name: "Confirmer ces présences" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Petit : dites qui est cette personne.");
      expect((await registrationRow(database, sure))?.presentAt).toBeNull();

      await row("Petit").getByRole("combobox", { name: "Qui est-ce" }).selectOption(doubted);
      const newcomer = row("Aïcha Nouvelle");
      await newcomer.getByRole("combobox", { name: "Qui est-ce" }).selectOption({ label: "Ajouter comme participant" });
      await newcomer.getByRole("combobox", { name: "Son profil" }).selectOption({ label: "Entreprise" });
      await page.getByRole("button", { name: "Confirmer ces présences" }).click();
      await expect(page.getByRole("status")).toContainText("4 personnes sont marquées présentes, dont 1 ajoutée");
      await expect(page.getByRole("main")).toContainText(
        "4 personnes présentes (80 %), 1 personne sans présence relevée, sur 5 personnes attendues",
      );
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Le relevé est complet" }).click();
      await expect(page.getByRole("status")).toContainText("Le relevé est complet");
      await expect(page.getByRole("main")).toContainText(
        "4 personnes présentes (80 %), 1 absente, sur 5 personnes attendues",
      );
      expect(await registrationRow(database, sure)).toMatchObject({ presentMinutes: 62, attendanceSource: "report" });
      expect(await database.rows('SELECT 1 FROM "AttendanceImport" WHERE "webinarId" = $1', [session.id])).toEqual([]);

      await page.waitForLoadState("networkidle");
      await page.getByRole("checkbox", { name: /Sacha Absent/ }).check();
      await page.getByRole("checkbox", { name: /Jean Petit/ }).uncheck();
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("button", { name: "Enregistrer les présences" }).click();
      await expect(page.getByRole("status")).toContainText("Les présences sont enregistrées");
      await expect(page.getByRole("checkbox", { name: /Sacha Absent/ })).toBeChecked();
      expect(await registrationRow(database, absent)).toMatchObject({ attendanceSource: "editor" });
      expect((await registrationRow(database, doubted))?.presentAt).toBeNull();
      expect((await registrationRow(database, named))?.certificateCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    });
  });
}

test("before the session there is nothing to bring; a report that is left is forgotten", async ({ page, database }) => {
  await enter(page);
  const coming = await makeSession(database, fromStart(60), {});
  await page.goto(`/administration/webinaires/${coming.id}/presence`);
  await expect(page.getByRole("main")).toContainText("La séance n’a pas commencé");
  await expect(page.getByLabel("Fichier CSV des participants")).toBeHidden();

  const past = await makeSession(database, YESTERDAY, {});
  await page.goto(`/administration/webinaires/${past.id}/presence`);
  const file = {
    name: "zoom.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Nom,Durée (minutes)\nCamille Durand,40"),
  };
  await page.getByLabel("Fichier CSV des participants").setInputFiles(file);
  await page.getByRole("button", { name: "Lire le relevé" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("zoom.csv");
  await page.goto(`/administration/webinaires/${past.id}/presence`);
  await page.getByRole("link", { name: "Reprendre «\u202Fzoom.csv\u202F»" }).click();
  await page.getByText("Abandonner").click();
  await page.getByRole("button", { name: "Effacer ce relevé" }).click();
  await expect(page.getByRole("status")).toContainText("Le relevé est effacé");
  await expect(page.getByRole("link", { name: "Reprendre" })).toBeHidden();
});
