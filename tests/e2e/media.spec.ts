import { createHash } from "node:crypto";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { pdfSaying } from "#tests/support/pdf-file";
import { expectSound, WAYS } from "#tests/support/ways";

/** A PDF of three parts, that no other journey brings. */
async function heavyPdf(words: string) {
  const weight = Buffer.alloc(1_300_000, `\n% ${words}`);
  return {
    name: "Guide d’été.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.concat([await pdfSaying([words]), weight]),
  };
}

for (const { name, ...use } of WAYS)
  test.describe(name, () => {
    test.use(use);

    test("a file is brought, and what was sent of it outlives a refusal", async ({ page }) => {
      await enter(page);
      await page.goto("/administration/medias");
      const file = page.getByLabel("Fichier", { exact: true });
      const arrived = page.getByText("«\u202FGuide d’été.pdf\u202F» est arrivé");
      const add = page.getByRole("button", { name: "Ajouter ce fichier" });
      const credit = page.getByRole("textbox", { name: "Crédit" });
      const brought = await heavyPdf(`Bonjour, ${name}.`);
      if (use.javaScriptEnabled) await page.waitForLoadState("networkidle");
      await file.setInputFiles(brought);
      if (use.javaScriptEnabled) await expect(arrived).toBeVisible();
      await credit.fill("a".repeat(400));
      await add.click();
      await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
      await expectSound(page, use.javaScriptEnabled);
      await credit.fill("Le RAMEAU");
      if (use.javaScriptEnabled) await expect(arrived).toBeVisible();
      else await file.setInputFiles(brought);
      await add.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("guide-d-ete.pdf");
      await expect(page.getByRole("main")).toContainText("PDF, 1\u00A0page, 1,3\u00A0Mo");

      const other = await heavyPdf(`Bonsoir, ${name}.`);
      await page.getByLabel("Nouveau fichier").setInputFiles(other);
      if (use.javaScriptEnabled) await expect(arrived).toBeVisible();
      await page.getByRole("button", { name: "Remplacer" }).click();
      await expect(page.getByRole("status").filter({ hasText: "remplacé" })).toBeVisible();
      await expect(arrived).toHaveCount(0);
      await expectSound(page, use.javaScriptEnabled);
    });
  });

test("a file that the network cuts goes on where it was, and its form leaves once it has arrived", async ({
  page,
  guard,
  database,
}) => {
  guard.allow(/Failed to load resource|Failed to fetch/);
  await enter(page);
  // What a page asks: which parts are there, then each part that is not, then the form.
  let asked = 0;
  let isCut = true;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/administration/medias", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    asked += 1;
    if (isCut && asked > 2) return route.abort();
    if (!isCut && asked === 3) await released;
    return route.continue();
  });
  await page.goto("/administration/medias");
  await page.waitForLoadState("networkidle");
  const file = page.getByLabel("Fichier", { exact: true });
  const brought = await heavyPdf("Bonjour, malgré la coupure.");
  await file.setInputFiles(brought);
  await expect(page.getByText("Le réseau est coupé")).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Envoi du fichier" })).toBeVisible();

  const sha256 = createHash("sha256").update(brought.buffer).digest("hex");
  const parts = () =>
    database.rows<{ number: number }>('SELECT "number" FROM "UploadPart" WHERE "sha256" = $1 ORDER BY 1', [sha256]);
  expect(await parts()).toEqual([{ number: 0 }]);

  isCut = false;
  await page.reload();
  asked = 0;
  await page.waitForLoadState("networkidle");
  await file.setInputFiles(brought);
  await expect(page.getByText("1\u00A0Mo sur 1,3\u00A0Mo")).toBeVisible();
  await page.getByRole("button", { name: "Ajouter ce fichier" }).click();
  await expect(page).toHaveURL(/\/medias$/);
  release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("guide-d-ete.pdf");
  expect(asked).toBe(4);
  expect(await parts()).toEqual([]);
});
