import { expect, fillRegistration, mailsTo, register, sessionOf, test } from "#tests/support/journey";

test("errors first, then the seat, without a script", async ({ page, database, someone }) => {
  const slug = await sessionOf(database, "register-errors");
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, "sans-arobase");
  await page.getByText("Ajouter une question").click();
  await page.getByRole("textbox", { name: /^Organisation/ }).fill("L’Atelier « des possibles »");
  await register(page);

  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Organisation/ })).toHaveValue("L’Atelier « des possibles »");
  await expect(page.getByRole("combobox", { name: "Vous êtes" })).toHaveValue("association");
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(someone);
  await register(page);

  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  expect(await database.confirmed(slug)).toContain(someone);
  await mailsTo(someone);
});
