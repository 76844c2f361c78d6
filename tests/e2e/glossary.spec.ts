import { expect, test } from "#tests/support/journey";

test.use({ javaScriptEnabled: false });

test("the first use of a term opens its definition in place, and the term tells where it is used", async ({ page }) => {
  await page.goto("/besoins/qualifier-l-innovation");
  const mark = page
    .getByRole("main")
    .getByRole("button", { name: /^Définition/ })
    .first();
  const note = page.locator(`[id="${await mark.getAttribute("popovertarget")}"]`);
  await expect(note).toBeHidden();
  await mark.press("Enter");
  await expect(note).toBeVisible();
  const [word, box] = [await mark.boundingBox(), await note.boundingBox()];
  expect(Math.abs((box?.y ?? 0) - (word?.y ?? 0))).toBeLessThan(400);
  await page.keyboard.press("Tab");
  await expect(note.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await expect(mark).toBeFocused();

  await page.emulateMedia({ media: "print" });
  await expect(note).toBeVisible();
  await expect(mark).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await mark.press("Enter");
  await note.getByRole("link").first().click();
  await page
    .getByRole("listitem")
    .filter({ hasText: /Besoin$/ })
    .getByRole("link", { name: "Qualifier l’innovation", exact: true })
    .click();
  await expect(page).toHaveURL(/\/besoins\/qualifier-l-innovation$/);
});
