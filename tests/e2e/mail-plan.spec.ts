import { axeFaults, overflow } from "#tests/support/axe";
import { ADMINISTRATOR, enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";
import { ownSession } from "#tests/support/sessions";

const WAYS = [
  { name: "desktop", viewport: { width: 1280, height: 800 }, javaScriptEnabled: true, common: "offer-expired" },
  {
    name: "phone without scripts",
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    common: "seat-offered",
  },
];

for (const { name, common, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("a session shows its messages, does without one, and has words of its own", async ({
      page,
      database,
      someone,
    }) => {
      const id = await ownSession(database, `messages ${name}`.replaceAll(" ", "-"), [{ email: someone }]);
      await enter(page);
      await page.goto(`/administration/webinaires/${id}/messages`);
      const line = (words: string) => page.getByRole("listitem").filter({ hasText: words });
      await expect(line("Rappel la veille")).toContainText("15 mars");
      await expect(line("Rappel la veille")).toContainText("1\u00A0destinataire aujourd’hui, aucun message parti");
      await expect(page.getByRole("main")).not.toContainText(/reminder|follow-up|firstName|undefined/);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

      await page.getByRole("button", { name: "Arrêter «\u202FRappel la veille\u202F»" }).click();
      await expect(page.getByRole("status")).toContainText("ne partira pas");
      await expect(line("Rappel la veille")).toContainText("Arrêté");
      await page.getByRole("button", { name: "Remettre en route «\u202FRappel la veille\u202F»" }).click();
      await expect(line("Rappel la veille")).toContainText("si la séance est en ligne");

      await page.getByRole("link", { name: "Rappel la veille" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("combobox", { name: "Tel que le lirait" }).selectOption({ label: "Inès Durand" });
      await page.getByRole("button", { name: "Voir" }).click();
      const preview = page.frameLocator("iframe");
      await expect(preview.getByText("Bonjour Inès,")).toBeVisible();
      await expect(preview.getByRole("link", { name: "Rejoindre la séance" })).toHaveAttribute("href", /exemple$/);

      const body = page.getByRole("textbox", { name: "Message" });
      const tools = page.getByRole("toolbar", { name: "Insérer : Message" });
      if (use.javaScriptEnabled) await expect(tools).toBeVisible();
      await body.fill("Bonjour {prenon}");
      await page.getByRole("button", { name: "Publier les modifications" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("{prenon}");
      await expect(page.getByRole("main").getByRole("alert")).toContainText("{prénom}");
      await expect(page.locator("[name=body]")).toHaveValue("Bonjour {prenon}");
      if (use.javaScriptEnabled) {
        const source = page.locator("[name=body]");
        await body.fill("Bonjour ");
        await body.press("End");
        await tools.getByRole("button", { name: "prénom" }).click();
        await page.keyboard.type(", {date}");
        await expect(source).toHaveValue("Bonjour {prénom}, {date}");
        await expect(body.locator("span")).toHaveText(["prénom", "date"]);
        // What is stored by itself does not take the cursor away.
        await expect(page.getByText(/^Enregistré à/)).toBeVisible();
        await expect(body).toBeFocused();
        await page.keyboard.press("Backspace");
        await expect(source).toHaveValue("Bonjour {prénom}, ");
        expect(await axeFaults(page)).toEqual([]);
      }
      await body.fill(`Bonjour {prénom}, à demain ${name}. {lien de connexion}`);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("status")).toContainText("C’est enregistré");
      await expect(preview.getByText(`à demain ${name}`)).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);

      await page.getByRole("button", { name: "M’envoyer un essai" }).click();
      await expect(page.getByRole("status")).toContainText("essai");
      const tests = async () =>
        (await mailsTo(ADMINISTRATOR.email)).filter(({ text }) => text?.includes(`à demain ${name}`));
      await expect.poll(async () => (await tests()).length, { timeout: 30_000 }).toBe(1);
      const [mail] = await tests();
      expect(mail?.subject).toMatch(/^\[Essai\] .+16 mars/);
      expect(mail?.text).toContain("/rejoindre/exemple");

      await page.getByRole("button", { name: "Publier les modifications" }).click();
      await expect(page.getByRole("status")).toContainText("C’est en service");
      await page.getByText("Revenir au texte commun").first().click();
      await page.getByRole("button", { name: "Oui, revenir au texte commun" }).click();
      await expect(page.getByRole("status")).toContainText("revenu");
      await expect(preview.getByText("C’est demain")).toBeVisible();
      expect(
        await database.rows(
          'SELECT 1 FROM "RegistrationLink" l JOIN "RegistrationGrant" g USING ("tokenHash") JOIN "Registration" r ON r."id" = g."registrationId" WHERE r."webinarId" = $1',
          [id],
        ),
      ).toEqual([]);
    });

    test("the words for all sessions are rewritten, by one editor at a time", async ({ page, context }) => {
      await enter(page);
      await page.goto("/administration/envois/messages");
      await page.getByRole("link", { name: "Modèles" }).click();
      const label = common === "offer-expired" ? "Proposition expirée" : "Place proposée";
      await page.getByRole("link", { name: label }).click();
      await expect(page.getByRole("main")).toContainText("personne ne les a réécrits");
      await page.waitForLoadState("networkidle");
      const other = await context.newPage();
      await other.goto(page.url());
      await other.waitForLoadState("networkidle");
      await other.getByRole("textbox", { name: "Objet" }).fill("Les mots d’une collègue");
      await other.getByRole("button", { name: "Enregistrer" }).click();
      await expect(other.getByRole("status")).toContainText("C’est enregistré");

      await page.getByRole("textbox", { name: "Objet" }).fill(`Les miens ${name}, {prénom}`);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(ADMINISTRATOR.name);
      await expect(page.getByRole("main")).toContainText("Les mots d’une collègue");
      await expect(page.locator("[name=subject]")).toHaveValue(`Les miens ${name}, {prénom}`);
      await page.getByRole("checkbox", { name: /Remplacer/ }).check();
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("status")).toContainText("C’est enregistré");
      await expect(page.locator("[name=subject]")).toHaveValue(`Les miens ${name}, {prénom}`);
      await expect(page.getByRole("main")).toContainText(`Les miens ${name}, Camille`);
      await page.getByRole("button", { name: "M’envoyer un essai" }).click();
      await expect(page.getByRole("status")).toContainText("essai");
      const subjects = async () => (await mailsTo(ADMINISTRATOR.email)).map(({ subject }) => subject);
      await expect.poll(subjects, { timeout: 30_000 }).toContain(`[Essai] Les miens ${name}, Camille`);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

      await page.getByRole("button", { name: "Publier les modifications" }).click();
      await expect(page.getByRole("status")).toContainText("C’est en service");
      await page.getByText("Revenir au texte d’origine").first().click();
      await page.getByRole("button", { name: "Oui, revenir au texte d’origine" }).click();
      await expect(page.getByRole("status")).toContainText("revenu");
      await expect(page.getByRole("main")).toContainText("personne ne les a réécrits");

      await page.goto("/administration/journal");
      const acts = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: label, exact: true }) });
      await expect(acts.filter({ hasText: "réécriture d’un message" }).first()).toContainText("Objet");
    });
  });
}
