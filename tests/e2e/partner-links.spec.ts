import type { Browser, Page } from "@playwright/test";
import { enter } from "#tests/support/back-office";
import { expect, fillRegistration, register, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";
import { changeSession, fromStart, makeSeat, makeSession } from "#tests/support/session-of-the-day";
import { expectSound, WAYS } from "#tests/support/ways";

/** A visitor, who knows nothing of the editor's session. */
async function visitor(browser: Browser, use: object): Promise<Page> {
  return (await browser.newContext(use)).newPage();
}

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("a partner’s link is made, followed, used up, changed and deleted", async ({
      page,
      browser,
      baseURL,
      database,
      someone,
    }) => {
      const session = await comingSession(database);
      await enter(page);
      await page.goto(`/administration/webinaires/${session.id}/partenaires`);
      await expect(page.getByRole("main")).toContainText("Aucun lien pour le moment");
      await page.waitForLoadState("networkidle");
      const alert = page.getByRole("main").getByRole("alert");
      const make = async (partner: string, quota: string, code = "") => {
        await page.getByRole("textbox", { name: "Partenaire" }).fill(partner);
        await page.getByRole("textbox", { name: "Nombre d’inscriptions" }).fill(quota);
        await page.getByRole("textbox", { name: "Code" }).fill(code);
        await page.getByRole("button", { name: "Créer le lien" }).click();
      };
      await make("la Région Sud", "0", "deux mots");
      await expect(alert).toContainText("à partir de 1");
      await expect(alert).toContainText("traits d’union");
      await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue("deux mots");
      await make("la Région Sud", "1", "Sud");
      await expect(page.getByRole("status").first()).toContainText("Le lien est prêt");
      await page.waitForLoadState("networkidle");
      await make("Une autre", "", "SUD");
      await expect(alert).toContainText("sert déjà à un autre lien");
      await expect(page.getByRole("textbox", { name: "Partenaire" })).toHaveValue("Une autre");
      await make("Les maires ruraux", "");
      const card = (partner: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: partner });
      await expect(card("Les maires ruraux").getByLabel("Adresse à transmettre")).toHaveValue(
        /\?partenaire=les-maires-ruraux$/,
      );
      const address = await card("Région Sud").getByLabel("Adresse à transmettre").inputValue();
      expect(address).toBe(`${baseURL}/webinaires/${session.slug}?partenaire=sud`);
      await expect(card("Région Sud")).toContainText("0 inscription sur 1");
      await expectSound(page, use.javaScriptEnabled);

      const guest = await visitor(browser, use);
      await guest.goto(`/webinaires/${session.slug}?partenaire=SUD&partenaire=autre`);
      await expect(guest.getByRole("main")).toContainText("par l’intermédiaire de la Région Sud.");
      const plain = new RegExp(`/webinaires/${session.slug}$`);
      await expect(guest.locator("link[rel=canonical]")).toHaveAttribute("href", plain);
      await expect(guest.locator("meta[property='og:url']")).toHaveAttribute("content", plain);
      const described = await guest.locator("script[type='application/ld+json']").allTextContents();
      expect(described.join()).toContain(session.slug);
      expect(described.join()).not.toContain("partenaire=");
      await fillRegistration(guest, `pas-${someone.replace("@", " ")}`);
      await register(guest);
      await expect(guest.getByRole("main").getByRole("alert")).toBeVisible();
      await expect(guest.getByRole("main")).toContainText("par l’intermédiaire de la Région Sud.");
      const late = await visitor(browser, use);
      await late.goto(address);
      await guest.getByRole("textbox", { name: "Adresse électronique" }).fill(`un.${someone}`);
      await register(guest);
      await expect(guest).toHaveURL(/\/inscriptions\/[\w-]{43}$/);

      // The page was open before the last one was taken.
      await fillRegistration(late, `deux.${someone}`);
      await register(late);
      await expect(late.getByRole("main").getByRole("alert")).toContainText("viennent d’être toutes prises");
      await expect(late.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(`deux.${someone}`);
      await expect(late.locator("input[name=partenaire]")).toHaveCount(0);
      await expect(late.getByRole("main")).not.toContainText("par l’intermédiaire");
      await register(late);
      await expect(late).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
      await late.goto(address);
      await expect(late.getByRole("main")).toContainText("L’inscription prévue par ce lien est déjà prise.");
      await expectSound(late, use.javaScriptEnabled);
      await late.goto(`/webinaires/${session.slug}?partenaire=inconnu`);
      await expect(late.getByRole("main")).not.toContainText("par l’intermédiaire");
      await late.context().close();
      await guest.context().close();

      await page.goto(`/administration/webinaires/${session.id}/inscrits`);
      await expect(card(`un.${someone}`)).toContainText("Par la Région Sud");
      await expect(card(`deux.${someone}`)).not.toContainText("Par la Région Sud");
      await page.getByRole("link", { name: "Partenaires", exact: true }).click();
      await expect(card("Région Sud")).toContainText("1 inscription sur 1");
      await expect(card("Région Sud")).toContainText("Complet");

      await page.getByRole("link", { name: "Modifier le lien de la Région Sud" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("textbox", { name: "Nombre d’inscriptions" }).fill("20");
      await page.getByRole("textbox", { name: "Partenaire" }).fill("");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(alert).toContainText("Indiquez le nom du partenaire");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("textbox", { name: "Partenaire" }).fill("la Région");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("status").first()).toContainText("C’est enregistré");
      await expect(card("la Région")).toContainText("1 inscription sur 20");

      await page.getByRole("link", { name: "Supprimer le lien de la Région" }).click();
      await expect(card("la Région")).toContainText("1 personne inscrite par lui le reste");
      await expectSound(page, use.javaScriptEnabled);
      await page.getByRole("button", { name: "Oui, supprimer le lien" }).click();
      await expect(page.getByRole("status").first()).toContainText("Le lien est supprimé");
      await expect(card("la Région")).toBeHidden();
      expect(await database.confirmed(session.slug)).toEqual([`deux.${someone}`, `un.${someone}`]);
    });
  });
}

test("after the session, the team sees who was there; a draft has no page yet", async ({ page, database, someone }) => {
  const session = await makeSession(database, fromStart(-24 * 60), {});
  const seat = await makeSeat(database, session, someone);
  await database.rows(
    `WITH r AS (INSERT INTO "PartnerLink" ("id", "webinarId", "partner", "code")
       VALUES (gen_random_uuid(), $1, 'Les maires ruraux', 'maires') RETURNING "id")
     UPDATE "Registration" SET "partnerLinkId" = r."id", "presentAt" = now() FROM r WHERE "Registration"."id" = $2`,
    [session.id, seat],
  );
  await enter(page);
  await page.goto(`/administration/webinaires/${session.id}/partenaires`);
  await expect(page.getByRole("main")).toContainText("1 inscription, sans limite, 1 présent");
  await expect(page.getByRole("main")).toContainText("La séance n’est pas en ligne");
  await changeSession(database, session, { publishedAt: fromStart(-10_000) });
  await page.reload();
  await expect(page.getByRole("main")).not.toContainText("La séance n’est pas en ligne");
});
