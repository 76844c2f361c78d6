import { enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";
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

for (const { name, ...use } of WAYS.slice(1)) {
  test.describe(name, () => {
    test.use(use);

    test("whoever runs a session has one screen for its day", async ({ page, database, someone }) => {
      const session = await makeSession(database, fromStart(-30), {
        published: true,
        roomUrl: "https://salle.example/avant",
      });
      const [first, late] = [
        await makeSeat(database, session, someone),
        await makeSeat(database, session, `b.${someone}`),
      ];
      const enterAt = async (id: string, minutes: number) =>
        database.rows(`UPDATE "Registration" SET "presentAt" = $2, "attendanceSource" = 'join' WHERE "id" = $1`, [
          id,
          fromStart(minutes),
        ]);
      await enterAt(first, -20);
      await database.rows(
        `INSERT INTO "Question" ("id", "webinarId", "text") VALUES (gen_random_uuid(), $1, 'Par où commencer ?')`,
        [session.id],
      );
      await page.clock.install();
      await enter(page);
      await page.locator(`main a[href="/administration/webinaires/${session.id}/direct"]`).click();
      const main = page.getByRole("main");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Direct");
      await expect(main).toContainText("1 personne entrée, 1 attendue.");
      await expect(page.getByRole("link", { name: "Ouvrir l’écran du direct" })).toBeHidden();
      await page.getByRole("link", { name: "Questions", exact: true }).click();
      await page.getByRole("link", { name: "Ouvrir l’écran du direct" }).click();
      // 9 h 40 in Paris: the clock of the portal starts at ten.
      await expect(main.locator("#presents")).toContainText("9 h 40");
      await expect(page.getByRole("link", { name: "Ouvrir la salle" })).toHaveAttribute(
        "href",
        "https://salle.example/avant",
      );
      await page.waitForLoadState("networkidle");
      await expectSound(page, use.javaScriptEnabled);
      const asksAgain = async () => (await page.content()).includes('http-equiv="refresh"');
      if (!use.javaScriptEnabled) expect(await asksAgain()).toBe(true);

      await page.getByRole("button", { name: "Répondue" }).click();
      await expect(page.getByRole("status")).toContainText("La question est notée comme répondue");
      await expect(main).toContainText("Toutes les questions sont prises");

      await page.getByRole("link", { name: "Changer l’adresse" }).click();
      const address = page.getByRole("textbox", { name: "Adresse de la salle" });
      await expect(address).toHaveValue("https://salle.example/avant");
      await page.waitForLoadState("networkidle");
      await address.fill("https://salle");
      await enterAt(late, -1);
      if (use.javaScriptEnabled) {
        await page.clock.fastForward(31_000);
        await expect(main).toContainText("2 personnes entrées, 0 attendue.");
      } else expect(await asksAgain()).toBe(false);
      await expect(address).toHaveValue("https://salle");
      await address.fill("pas une adresse");
      await page.getByRole("button", { name: "Changer l’adresse" }).click();
      await expect(main.getByRole("alert")).toBeVisible();
      await expect(address).toHaveValue("pas une adresse");
      await page.waitForLoadState("networkidle");
      await expectSound(page, use.javaScriptEnabled);
      await address.fill("https://salle.example/ensuite");
      await page.getByRole("button", { name: "Changer l’adresse" }).click();
      await expect(page.getByRole("status")).toContainText("L’adresse de la salle est changée");
      await expect(page.getByRole("link", { name: "Ouvrir la salle" })).toHaveAttribute(
        "href",
        "https://salle.example/ensuite",
      );

      const coming = await makeSession(database, fromStart(90), { published: true, roomUrl: "https://salle.example/" });
      await page.goto(`/administration/webinaires/${coming.id}/direct`);
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Laisser entrer dès maintenant" }).click();
      await expect(page.getByRole("status")).toContainText("Les inscrits peuvent entrer");
      await expect(main).toContainText("Les inscrits entrent, par leur lien, depuis");
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: /^Ne laisser entrer qu’à/ }).click();
      await expect(page.getByRole("status")).toContainText("Les inscrits entreront à l’heure prévue");
      await expect(page.getByRole("button", { name: "Laisser entrer dès maintenant" })).toBeVisible();

      await page.goto(`/administration/webinaires/${session.id}/direct`);
      await page.waitForLoadState("networkidle");
      await page.getByRole("link", { name: "Arrêter l’actualisation" }).click();
      await expect(main).toContainText("ne s’actualise plus de lui-même");
      expect(await asksAgain()).toBe(false);
      await page.getByRole("link", { name: "Chercher un inscrit" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("searchbox", { name: "Nom, adresse" }).fill(`b.${someone.slice(0, 8)}`);
      await page.getByRole("button", { name: "Chercher", exact: true }).click();
      await expect(main).toContainText("1 personne.");
      await page.waitForLoadState("networkidle");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("button", { name: "Renvoyer son lien" }).click();
      await expect(page.getByRole("status")).toContainText("Un nouveau message part à cette personne");
      await expect(main).toContainText("ne s’actualise plus de lui-même");
      await mailsTo(`b.${someone}`);
    });
  });
}
