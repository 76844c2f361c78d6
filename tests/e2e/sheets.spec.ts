import { expect, test } from "@playwright/test";

const SHEETS = [
  "fiche-carte-du-territoire",
  "fiche-premiere-rencontre",
  "fiche-tableau-des-ressources",
  "fiche-page-de-projet",
  "fiche-mission-benevole",
  "fiche-bilan-de-partenariat",
  "fiche-decision-en-conseil",
  "autodiagnostic-construire-ensemble",
];
const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };

test("each sheet is printed on one page", async ({ page }) => {
  for (const sheet of SHEETS) {
    await page.goto(`/ressources/${sheet}`);
    const pages = (await page.pdf({ format: "A4", margin })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect([sheet, pages?.length]).toEqual([sheet, 1]);
  }
});
