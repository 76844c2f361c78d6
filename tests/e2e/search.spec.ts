import { expect, test } from "#tests/support/journey";

const titles = "main h3 a";

test("from the home page, without hyphen nor accent, down to a document", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Chercher sur le portail" }).fill("referentiel coconstruction");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/\/recherche\?q=referentiel\+coconstruction$/);
  await expect(page.getByRole("searchbox")).toHaveValue("referentiel coconstruction");
  await expect(page.locator(titles).first()).toBeInViewport({ ratio: 1 });
  await page.getByRole("link", { name: "Référentiel Co-construction territoriale" }).click();
  await expect(page).toHaveURL(/\/ressources\/referentiel-co-construction-territoriale$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Référentiel Co-construction territoriale");
});

test("titles are proposed while one types, as one types them, and move nothing", async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "Chercher sur le portail" });
  // In the page: a phone scrolls to the field.
  const place = () =>
    page
      .getByRole("button", { name: "Chercher" })
      .evaluate(({ offsetTop, offsetLeft }: HTMLElement) => [offsetTop, offsetLeft]);
  const before = await place();
  await field.pressSequentially("mecenat de comp");
  // A script proposes them; without it a field is a field.
  if (javaScriptEnabled === false) return expect(page.locator("datalist")).toHaveCount(0);
  await expect(page.locator("datalist option").first()).toHaveAttribute("value", "mecenat de competences");
  await expect(page.getByRole("combobox", { name: "Chercher sur le portail" })).toBeFocused();
  expect(await place()).toEqual(before);
});

test("a facet narrows, its removal widens, the address says it all", async ({ page }) => {
  await page.goto("/ressources?q=territoire");
  await expect(page.locator(titles).first()).toBeInViewport();
  const all = await page.locator(titles).count();
  const facets = page.getByRole("heading", { name: "Filtrer les ressources" });
  if (!(await facets.isVisible())) await page.getByText("Filtrer", { exact: false }).first().click();
  await page.getByText("Type de document").click();
  await page.getByRole("link", { name: /^Étude \(/ }).click();
  await expect(page).toHaveURL(/type=etude/);
  const fewer = await page.locator(titles).count();
  expect(fewer).toBeLessThan(all);
  expect(fewer).toBeGreaterThan(0);
  await page.getByRole("link", { name: /^Retirer .*Étude/ }).click();
  await expect(page).not.toHaveURL(/type=etude/);
  await expect(page.locator(titles)).toHaveCount(all);
});

test("a search without result helps", async ({ page }) => {
  await page.goto("/ressources?q=zzzyyyxxx");
  await expect(page.getByRole("main")).toContainText(/[Aa]ucun/);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});
