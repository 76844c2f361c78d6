import { axeFaults, overflow } from "#tests/support/axe";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { fromStart, makeSession } from "#tests/support/session-of-the-day";
import { WAYS } from "#tests/support/ways";

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("questions sent in advance are sorted, rewritten and answered", async ({ page, database }) => {
      const session = await makeSession(database, fromStart(-24 * 60), { published: true });
      for (const text of ["Par où commencer ?", `Achetez mes cachets ! ${"a".repeat(200)}`])
        await database.rows(`INSERT INTO "Question" ("id", "webinarId", "text") VALUES (gen_random_uuid(), $1, $2)`, [
          session.id,
          text,
        ]);
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/questions`);
      const card = (text: string) => page.getByRole("listitem").filter({ hasText: text });
      await card("Achetez").getByRole("button", { name: "Écarter" }).click();
      await expect(page.getByRole("status")).toContainText("C’est enregistré");
      await expect(page.getByRole("heading", { level: 2, name: "Écartées" })).toBeVisible();

      await card("Par où").getByRole("link", { name: "Réécrire ou répondre" }).click();
      // React gives a text area its first words again when it wakes up.
      await page.waitForLoadState("networkidle");
      await page.getByRole("textbox", { name: "La question" }).fill("");
      await page.getByRole("textbox", { name: "Réponse" }).fill("Par **un besoin** précis.");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Indiquez la question");
      await expect(page.getByRole("textbox", { name: "Réponse" })).toHaveValue("Par **un besoin** précis.");
      await page.getByRole("textbox", { name: "La question" }).fill("Par quoi commencer ?");
      await page.getByRole("textbox", { name: "Thème" }).fill("Méthode");
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Enregistrer" }).click();

      await expect(page.getByRole("status")).toContainText("C’est enregistré");
      await expect(page.getByRole("heading", { level: 3, name: "Méthode" })).toBeVisible();
      await expect(card("Par quoi commencer").locator("strong")).toHaveText("un besoin");
      await expect(card("Par quoi commencer")).toContainText("Publiée avec sa réponse");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
    });
  });
}
