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

test("for whom: the documents of a need are chosen by audience, counted, and given back", async ({ page }) => {
  const address = "/besoins/developper-des-partenariats-strategiques";
  await page.goto(address);
  const documents = page.locator("#documents");
  const counted = async () =>
    Number(/^\d+/.exec((await documents.getByRole("heading", { level: 2 }).textContent()) ?? "")?.[0] ?? 0);
  const all = await counted();
  expect(all).toBeGreaterThan(0);
  await page.getByText("Choisir pour qui").click();
  const mayor = documents.getByRole("link", { name: /^Maire, élue ou élu \(\d+\)$/ });
  const promised = Number(/\((\d+)\)/.exec((await mayor.textContent()) ?? "")?.[1]);
  await mayor.click();
  await expect(page).toHaveURL(`${address}?profil=elu#documents`);
  await expect(documents.getByRole("heading", { level: 2 })).toBeInViewport();
  expect(await counted()).toBe(promised);
  await expect(page).toHaveTitle(new RegExp(`^${promised}\\sdocuments?, Maire`));
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${address}$`));

  await page.goto(`${address}?phase=essaimage&phase=inconnue&profil=roi`);
  await documents
    .getByRole("link", { name: /écartent/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${address}#documents`);
  expect(await counted()).toBe(all);
});

test("by who I am: a mayor sees what to read first, then the centres meant for her", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Maire, élue ou élu" }).click();
  await expect(page).toHaveURL(/\/parcours\/maire$/);
  for (const nature of ["Besoin", "Page", "À lire en ligne", "Prochaine séance"])
    await expect(page.getByRole("main")).toContainText(nature);
  await page.getByRole("link", { name: "Les centres de ressources pour vous" }).click();
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
