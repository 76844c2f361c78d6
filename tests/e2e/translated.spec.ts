import type { Locator, Page } from "@playwright/test";
import { cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { enter } from "#tests/support/back-office";
import { expect, sessionOf, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";
import { fromStart, makeLink, makeSeat, makeSession } from "#tests/support/session-of-the-day";

const translate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const words = texts.filter(
      (text) =>
        text.textContent?.trim() &&
        !text.parentElement?.closest("script, style, option, textarea, title, [translate=no]"),
    );
    for (const text of words) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      text.parentNode?.replaceChild(outer, text);
      outer.append(inner);
      inner.append(text);
    }
    return words.length;
  });

const TYPED = "Un texte qui doit rester";
const TEXTS = "textarea, input[type=text]:not([tabindex='-1'])";
const boxesOf = (form: Locator) => form.locator("input[type=checkbox]");

const choicesOf = (form: Locator) =>
  form.locator("select").evaluateAll((all) => all.map((select) => (select as HTMLSelectElement).value));

async function fillAllButRequired(form: Locator): Promise<{ boxes: number; choices: string[] }> {
  await form
    .page()
    .locator("details")
    .evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute("open", "");
    });
  const boxes = await boxesOf(form).all();
  for (const box of boxes) await box.setChecked(true);
  // Where nothing else is required, what is wrong is that nothing is chosen.
  const isChosen = (await form.locator("textarea[required], input[type=text][required]").count()) > 0;
  if (isChosen) for (const button of await form.locator("input[type=radio]").all()) await button.setChecked(true);
  for (const text of await form.locator(TEXTS).all()) {
    const required = (await text.getAttribute("required")) !== null;
    // Over a text in Markdown stands its editor, under its name.
    const field = (await text.isVisible()) ? text : form.locator(`[id="${await text.getAttribute("name")}"]`);
    if (await field.isEditable()) await field.fill(required ? "" : TYPED);
  }
  for (const select of await form.locator("select").all())
    await select.selectOption({ index: (await select.locator("option").count()) - 1 });
  return { boxes: boxes.length, choices: await choicesOf(form) };
}

/** The longest form of a page, translated, filled in all wrong, sent twice: everything is still there. */
async function survives(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const forms = page.getByRole("main").locator("form");
  const sizes = await forms.evaluateAll((all) =>
    all.map((form) => form.querySelectorAll("input, select, textarea").length),
  );
  const form = forms.nth(sizes.indexOf(Math.max(...sizes)));
  expect(await translate(page)).toBeGreaterThan(5);
  const { boxes, choices } = await fillAllButRequired(form);
  const button = form.getByRole("button").last();
  for (const _ of [1, 2]) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await button.click();
    expect((await answered).status(), address).toBe(200);
    await expect(form.getByRole("alert").first(), address).toBeVisible();
    await expect(boxesOf(form), address).toHaveCount(boxes);
    expect(await choicesOf(form), address).toEqual(choices);
    for (const box of await boxesOf(form).all()) await expect(box, address).toBeChecked();
    for (const text of await form.locator(TEXTS).and(form.locator(":not([required]):enabled")).all())
      await expect(text, address).toHaveValue(TYPED);
    await translate(page);
  }
}

test("a translated page keeps what was typed when a registration comes back", async ({ page, database }) => {
  await survives(page, `/webinaires/${await sessionOf(database, "register-errors")}`);
});

test("a translated page keeps what the team typed, whichever form comes back", async ({ page, database }) => {
  test.setTimeout(600_000);
  await enter(page);
  for (const noun of EDITORIAL_NOUNS) await survives(page, `/administration/${cardOf(noun).section}/nouveau`);
  const slug = await sessionOf(database, "register-errors");
  const [session] = await database.rows<{ id: string }>(`SELECT "id" FROM "Webinar" WHERE "slug" = $1`, [slug]);
  for (const room of ["inscrits/ajouter", "inscrits/coller", "messages/ecrire", "partenaires"])
    await survives(page, `/administration/webinaires/${session?.id}/${room}`);
});

test("a translated page keeps what was decided of a report", async ({ page, database, someone }) => {
  const session = await makeSession(database, fromStart(-1440), { published: true });
  for (const who of ["sure", "doute", "nom"]) await makeSeat(database, session, `${who}.${someone}`);
  const report = [
    "Nom,E-mail,Durée",
    `Cam,sure.${someone},62`,
    `Une inconnue,inconnue.${someone},12`,
    "Élodie,,30",
    "iPad,,5",
  ];
  await enter(page);
  await page.goto(`/administration/webinaires/${session.id}/presence`);
  await page.waitForLoadState("networkidle");
  const file = { name: "relevé.csv", mimeType: "text/csv", buffer: Buffer.from(report.join("\n")) };
  await page.getByLabel("Fichier CSV des participants").setInputFiles(file);
  await page.getByRole("button", { name: "Lire le relevé" }).click();
  await page.waitForURL(/presence\/.+/);
  await survives(page, page.url());
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await page.getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Confirmer ces présences" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("checkbox")).not.toBeChecked();
});

test("a translated page keeps what a person typed in a survey and on the personal page", async ({
  page,
  database,
  someone,
}) => {
  const session = await makeSession(database, fromStart(-1440));
  const registration = await makeSeat(database, session, someone);
  await survives(page, `/avis/${await makeLink(database, { registration, scope: "survey" })}`);
  const coming = await comingSession(database);
  await makeSeat(database, coming, someone);
  await survives(page, `/inscriptions/${await makeLink(database, { email: someone })}`);
});
