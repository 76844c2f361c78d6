import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { enter } from "#tests/support/back-office";
import { person, registrationForm } from "#tests/support/crowd";
import { expect, sessionOf, test } from "#tests/support/journey";
import { readWorkbook } from "#tests/support/workbook";

async function downloaded(page: Page, button: string, extension = "csv"): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^inscrits-\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]+\\.${extension}$`));
  return readFile(await file.path());
}

test("the registrants of a session open right in French Excel, and in any other tool", async ({
  page,
  database,
  baseURL,
}) => {
  const slug = await sessionOf(database, "export");
  const people = [
    { ...person("export.un"), lastName: "Légère; à l’aise", question: 'Deux lignes,\net des "guillemets"' },
    { ...person("export.deux"), lastName: "=SUM(A1)", organisation: "@SUM(A1)" },
  ];
  for (const typed of people) {
    const form = await registrationForm(baseURL ?? "", slug);
    expect((await form.submit(typed)).status).toBe(303);
  }

  await enter(page);
  const [session] = await database.rows<{ id: string }>('SELECT "id" FROM "Webinar" WHERE "slug" = $1', [slug]);
  await page.goto(`/administration/webinaires/${session?.id}/inscrits`);
  await expect(page.getByRole("main")).toContainText("Légère; à l’aise");
  await page.getByText("Télécharger ces personnes").click();
  await page.getByRole("checkbox", { name: "Questions" }).check();
  const workbook = await readWorkbook({ body: await downloaded(page, "Classeur Excel (.xlsx)", "xlsx") });
  expect(workbook.rows.map((row) => row[2])).toEqual(["Nom", "Légère; à l’aise", "=SUM(A1)"]);
  const text = String(await downloaded(page, "CSV pour Excel en français"));
  expect(text.codePointAt(0)).toBe(0xfeff);
  expect(text).toMatch(/\r\n/);
  const rows: Record<string, string>[] = parse(text, { bom: true, delimiter: ";", columns: true });
  expect(rows.map((row) => row.Nom)).toEqual(["Légère; à l’aise", "'=SUM(A1)"]);
  expect(rows.map((row) => row["Adresse électronique"])).toEqual(people.map(({ email }) => email));
  expect(rows[0]?.Questions).toBe('Deux lignes,\net des "guillemets"');
  expect(rows[1]?.Organisation).toBe("'@SUM(A1)");

  await page.goto(`/administration/webinaires/${session?.id}/inscrits?q=legere`);
  await page.getByText("Télécharger ces personnes").click();
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: "Nom", exact: true }).check();
  await page.getByRole("checkbox", { name: "État" }).check();
  expect(String(await downloaded(page, "CSV standard"))).toBe("État,Nom\r\nInscription confirmée,Légère; à l’aise\r\n");
  await page.reload();
  await page.getByText("Télécharger ces personnes").click();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);

  await page.goto("/administration/journal");
  await expect(page.getByRole("main")).toContainText(/inscrits/i);
});

test("nobody else reads them", async ({ request, database }) => {
  const [session] = await database.rows<{ id: string }>('SELECT "id" FROM "Webinar" LIMIT 1');
  for (const address of ["inscrits", "inscrits/fichier", "inscrits/ajouter", "inscrits/coller", "presence"]) {
    for (const method of ["get", "post"] as const) {
      const response = await request[method](`/administration/webinaires/${session?.id}/${address}`, {
        maxRedirects: 0,
      });
      expect(response.status()).not.toBe(200);
      expect(await response.text()).not.toContain("@exemple.fr");
    }
  }
});
