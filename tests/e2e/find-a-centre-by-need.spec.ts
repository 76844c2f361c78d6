import { expect, test } from "#tests/support/journey";

test("by need: question, answer, centre, way out", async ({ page }) => {
  await page.goto("/");
  // A phone has no room for the questions.
  await page.getByRole("link", { name: "Développer des partenariats stratégiques" }).click();
  await expect(page).toHaveURL(/\/besoins\/developper-des-partenariats-strategiques$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Avec qui m’allier/);
  await expect(page.getByRole("heading", { name: "Les centres qui y répondent" })).toBeVisible();

  const train = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Se former" }) });
  await expect(train.getByRole("link", { name: /prochaine séance.*\s: \p{L}+ \d.*, 13\sh$/u })).toHaveAttribute(
    "href",
    /^\/webinaires\/developper-des-partenariats-strategiques-\d+#inscription$/,
  );

  await page.getByRole("main").getByRole("link", { name: "RSE & Partenariats" }).first().click();
  await expect(page).toHaveURL(/\/centres\/rse-et-partenariats$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("RSE & Partenariats");
  const out = page.getByRole("link", { name: /^Ouvrir le centre/ });
  await expect(out).toHaveAttribute("href", "https://rseetpartenariats.wordpress.com");
  await expect(out).not.toHaveAttribute("target", "_blank");
});

test("by who I am: a mayor sees the centres meant for her", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Maire, élue ou élu" }).click();
  await expect(page).toHaveURL(/\/centres\?profil=elu$/);
  const shown = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2 }) });
  const some = await page.getByRole("main").getByRole("link", { name: "Co-construction territoriale" }).count();
  expect(some).toBeGreaterThan(0);
  expect(await shown.count()).toBeLessThan(12);
});

test("back by the breadcrumb", async ({ page }) => {
  await page.goto("/centres/rse-et-partenariats");
  await page
    .getByRole("navigation", { name: "Fil d’Ariane" })
    .getByRole("link", { name: "Les centres de ressources" })
    .click();
  await expect(page).toHaveURL(/\/centres$/);
});
