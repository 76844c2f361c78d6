import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { axeFaults } from "#tests/support/axe";
import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { policyFaults, watchPolicy } from "#tests/support/policy";

const WORD = readFileSync(new URL("../unit/rich-text/pasted/word.txt", import.meta.url), "utf8");

/** Pastes what a word processor puts on the clipboard. */
const paste = (page: Page, html: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);

test("a text is written with its layout in sight, checked as it is written, and kept as Markdown", async ({ page }) => {
  await watchPolicy(page);
  await enter(page);
  await page.goto("/administration/pages/nouveau");
  await page.getByRole("textbox", { name: "Titre" }).fill("Une page mise en forme");
  const text = page.getByRole("textbox", { name: "Texte de la page" });
  const source = page.locator("textarea[name=body]");
  const tools = page.getByRole("toolbar", { name: "Mise en forme : Texte de la page" });
  await expect(tools).toBeVisible();

  await expect(text).toHaveAttribute("translate", "no");
  await text.focus();
  await paste(page, WORD);
  await expect(text.getByRole("listitem").filter({ hasText: "Un détail" }).last()).toBeVisible();
  await expect(text.getByRole("columnheader", { name: "Coût" })).toBeVisible();
  await expect(source).toHaveValue(/^## Une feuille de route\n\nLa commune \*\*s’engage\*\*/);

  await text.press("Control+End");
  await text.press("Enter");
  await page.keyboard.type("La CRTE avance, ");
  await page.keyboard.press("Shift+Tab");
  await expect(tools.getByRole("button", { name: "Gras" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("vite");
  await expect(source).toHaveValue(/La CRTE avance, \*\*vite\*\*$/);
  await expect(page.getByRole("list", { name: "À relire : Texte de la page" })).toContainText(
    "Le sigle «\u202FCRTE\u202F»",
  );

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.getByLabel("Adresse, ou mots d’une page du portail").fill("partenaires");
  await page.getByRole("group", { name: "Lien" }).getByRole("button", { name: "Partenaires", exact: true }).click();
  await expect(source).toHaveValue(/\[Partenaires\]\(\/partenaires\)/);
  expect([...(await axeFaults(page)), ...(await policyFaults(page))]).toEqual([]);

  await text.press("Control+End");
  await page.keyboard.type(" Selon l’étude, ");
  await tools.getByRole("button", { name: "Insérer…" }).click();
  const panel = page.getByRole("group", { name: "Insérer un chiffre ou un terme" });
  await panel.getByRole("textbox").fill("maires");
  await panel.getByRole("listitem").getByRole("button").first().click();
  await page.keyboard.type(" des maires.");
  await expect(source).toHaveValue(/Selon l’étude, \[\]\(\/observatoire#[a-z0-9-]+\) des maires\.$/);
  await expect(text.locator("[data-reference]")).toContainText(/\d/);
  expect([...(await axeFaults(page)), ...(await policyFaults(page))]).toEqual([]);

  await tools.getByRole("button", { name: "Texte brut" }).click();
  const written = await source.inputValue();
  await expect(text).toHaveValue(written);
  await page.getByRole("button", { name: "Mise en forme", exact: true }).click();
  await expect(tools).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "C’est enregistré" })).toBeVisible();
  await expect(source).toHaveValue(written);
});

test("an editor that arrives while one types waits until the field was left, and its press was heard", async ({
  page,
}) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("ProseMirror")) await released;
    await route.fulfill({ response });
  });
  await enter(page);
  // The bar of buttons stands under the text, not at the foot of the screen: it moves when the editor opens.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.goto("/administration/pages/nouveau");
  const tools = page.getByRole("toolbar", { name: "Mise en forme : Texte de la page" });
  const text = page.locator("textarea[name=body]");
  await text.fill("Un texte");
  const arrived = page.waitForResponse(async (response) => (await response.text()).includes("ProseMirror"));
  release();
  await arrived;
  await text.pressSequentially(" tapé pendant ce temps.");
  await expect(tools).toHaveCount(0);
  await expect(text).toBeFocused();

  const publish = page.getByRole("button", { name: "Publier" });
  const pressed = await publish.evaluateHandle((button) => {
    const heard = { press: false };
    button.addEventListener("click", () => (heard.press = true));
    return heard;
  });
  await publish.hover();
  await page.mouse.down();
  await expect(text).not.toBeFocused();
  // What was to be drawn by now is drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(tools).toBeVisible();
  expect(await pressed.evaluate(({ press }) => press)).toBe(true);
  await expect(text).toHaveValue("Un texte tapé pendant ce temps.");
});
