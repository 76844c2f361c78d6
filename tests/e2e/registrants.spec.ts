import { enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";
import { makeSeat } from "#tests/support/session-of-the-day";
import { expectSound, WAYS } from "#tests/support/ways";

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("added, pasted, found, cancelled", async ({ page, database, someone }) => {
      const session = await comingSession(database, 2);
      const address = (who: string) => `${who}.${someone}`;
      await makeSeat(database, session, address("deja"));
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/inscrits`);
      await page.getByRole("link", { name: "Ajouter une personne" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Inscrire et prévenir" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Indiquez le prénom de la personne.");
      await page.getByRole("textbox", { name: "Prénom" }).fill("Zoé");
      await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Légère");
      await page.getByRole("textbox", { name: "Adresse électronique" }).fill(address("zoe"));
      await page.getByRole("combobox", { name: "Profil" }).selectOption({ label: "Association" });
      await page.getByRole("textbox", { name: "Question" }).fill("Par où commencer ?");
      await page.getByRole("button", { name: "Inscrire et prévenir" }).click();
      await expect(page.getByRole("status")).toContainText("1 personne inscrite");
      const person = (who: string) =>
        page
          .getByRole("main")
          .getByRole("listitem")
          .filter({ hasText: address(who) });
      await expect(person("zoe")).toContainText("Par où commencer ?");
      await expect(person("zoe")).toContainText("Ajout de l’équipe");
      expect((await mailsTo(address("zoe")))[0]?.subject).toBeTruthy();

      await page.getByRole("link", { name: "Coller une liste" }).click();
      await page.waitForLoadState("networkidle");
      const list = [
        "Prénom;Nom;Email;Profil;Téléphone",
        `Anne Martin <${address("anne")}>`,
        `Paul;Hier;${address("paul")};Entreprise`,
        `Inès;Durand;${address("deja")}`,
        "contact@exemple.fr",
      ];
      await page.getByRole("textbox", { name: "Une personne par ligne" }).fill(list.join("\n"));
      await page.getByRole("combobox", { name: "Profil" }).selectOption({ label: "Habitante ou habitant" });
      await page.getByRole("button", { name: "Vérifier la liste" }).click();
      const review = page.getByRole("main").getByRole("alert");
      await expect(review).toContainText("rien n’est encore enregistré");
      await expect(review).toContainText("2 personnes rejoindront la liste d’attente");
      await expect(review).toContainText(`Anne Martin, ${address("anne")}, Habitante ou habitant`);
      await expect(review).toContainText(`Paul Hier, ${address("paul")}, Entreprise`);
      await expect(review).toContainText("Déjà inscrites");
      await expect(review.getByRole("listitem").filter({ hasText: /^Téléphone$/ })).toBeVisible();
      await expect(review).toContainText("Ligne 5, contact@exemple.fr");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("button", { name: "Inscrire et prévenir 2 personnes" }).click();
      await expect(page.getByRole("status")).toContainText("2 personnes en liste d’attente");
      await expect(page.getByRole("status")).toContainText("1 personne était déjà inscrite");

      await page.getByRole("link", { name: "Liste d’attente (2)" }).click();
      await expect(person("anne")).toContainText("position 1");
      await expect(person("paul")).toContainText("position 2");
      await expect(person("zoe")).toBeHidden();
      await page.getByRole("link", { name: "Tous", exact: true }).click();
      await expect(person("anne")).toBeVisible();
      await page.getByRole("searchbox", { name: "Nom, adresse ou organisation" }).fill("legere zoe");
      await page.getByRole("button", { name: "Filtrer" }).click();
      await expect(person("zoe")).toBeVisible();
      await expect(person("anne")).toBeHidden();

      await page.getByRole("link", { name: "Annuler l’inscription\u00A0: Zoé Légère" }).click();
      await page.getByRole("button", { name: "Oui, annuler et prévenir" }).click();
      await expect(page.getByRole("status")).toContainText("L’inscription est annulée");
      await expect(person("zoe")).toContainText("Annulée");
      await page.getByRole("button", { name: "Rétablir l’inscription" }).click();
      await expect(page.getByRole("status")).toContainText("rétablie");
      await expect(person("zoe")).toContainText("Liste d’attente");
      await expectSound(page, use.javaScriptEnabled);
    });

    test("a refused confirmation comes first", async ({ page, database, someone }) => {
      const session = await comingSession(database);
      await makeSeat(database, session, `autre.${someone}`);
      const seat = await makeSeat(database, session, someone);
      await database.rows(
        `WITH mail AS (
           INSERT INTO "OutgoingMail" ("id", "kind", "status", "to", "subject", "text", "html", "lastError", "registrationId")
           VALUES (gen_random_uuid(), 'registration-confirmed', 'failed', $1, 'Votre inscription', '', '', '550 5.1.1 User unknown', $2)
           RETURNING "id")
         INSERT INTO "MailSubject" ("mailId", "registrationId") SELECT "id", $2 FROM mail`,
        [someone, seat],
      );
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/inscrits`);
      const first = page.locator("main li[id]").first();
      await expect(first).toContainText(someone);
      await expect(first).toContainText("550 5.1.1 User unknown");
      await first.getByRole("button", { name: "Renvoyer" }).click();
      await expect(page.getByRole("status")).toContainText("Le message va repartir");
      await expect(page.getByRole("main")).not.toContainText("550 5.1.1");
      expect(await mailsTo(someone)).toHaveLength(1);

      const right = `juste.${someone}`;
      await page.getByRole("searchbox", { name: "Nom, adresse ou organisation" }).fill(someone);
      await page.getByRole("button", { name: "Filtrer" }).click();
      await page.locator(`li[id="${seat}"]`).getByRole("link", { name: "Corriger l’adresse" }).click();
      await page.waitForLoadState("networkidle");
      const address = page.getByRole("textbox", { name: "Adresse électronique" });
      await expect(address).toHaveValue(someone);
      await address.fill("juste@");
      await page.getByRole("button", { name: "Corriger et écrire" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("ne semble pas complète");
      await expect(address).toHaveValue("juste@");
      await address.fill(`autre.${someone}`);
      await page.getByRole("button", { name: "Corriger et écrire" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("a déjà une inscription");
      await expectSound(page, use.javaScriptEnabled);
      await address.fill(right);
      await page.getByRole("button", { name: "Corriger et écrire" }).click();
      await expect(page.getByRole("status")).toContainText("L’adresse est corrigée");
      await expect(page.locator(`li[id="${seat}"]`)).toContainText(right);
      expect((await mailsTo(right))[0]?.text).toMatch(/\/inscriptions\/[\w-]{43}/);
      expect(await mailsTo(someone)).toHaveLength(1);
    });
  });
}

for (const { name, ...use } of WAYS) {
  test.describe(`${name}, addresses of who paid`, () => {
    test.use(use);

    test("nobody is registered with them before the team says that they may be written to", async ({
      page,
      database,
      someone,
    }) => {
      const session = await comingSession(database, 5);
      const buyer = `comptable.${someone}`;
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/inscrits`);
      await page.getByRole("link", { name: "Coller une liste" }).click();
      await page.waitForLoadState("networkidle");
      const list = `Prénom participant;Nom participant;Email payeur\nAnne;Martin;${buyer}`;
      const pasted = page.getByRole("textbox", { name: "Une personne par ligne" });
      const bring = async (mimeType: string, buffer: Buffer) => {
        await page.getByLabel("Fichier de la liste").setInputFiles({ name: "liste.csv", mimeType, buffer });
        await page.getByRole("combobox", { name: "Profil" }).selectOption({ label: "Association" });
        await page.getByRole("button", { name: "Vérifier la liste" }).click();
      };
      await bring("text/csv", Buffer.from("%PDF-1.7\n"));
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Ce fichier n’est pas du texte");
      await page.waitForLoadState("networkidle");
      // As an old Excel writes it.
      await bring("text/csv", Buffer.from(list, "latin1"));
      const agreed = page.getByRole("checkbox", { name: "Ces adresses sont celles des payeurs" });
      await expect(agreed).not.toBeChecked();
      await agreed.evaluate((box) => box.removeAttribute("required"));
      await page.getByRole("button", { name: "Inscrire et prévenir 1 personne" }).click();
      await expect(page.getByRole("main")).toContainText("Cochez la case si chaque payeur peut recevoir le message");
      await expect(pasted).toHaveValue(list);
      expect(await database.confirmed(session.slug)).toEqual([]);
      await agreed.check();
      await page.getByRole("button", { name: "Inscrire et prévenir 1 personne" }).click();
      await expect(page.getByRole("status")).toContainText("1 personne inscrite");
      expect(await database.confirmed(session.slug)).toEqual([buyer]);
    });
  });
}
