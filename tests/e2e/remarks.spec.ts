import { expect, test } from "#tests/support/journey";

test("from any page, a reader says what is wrong, loses nothing of it, and is led back", async ({
  page,
  database,
  someone,
}) => {
  const text = `Ce lien est mort, dit ${someone}.`;
  await page.goto("/besoins/definir-sa-strategie");
  await page.getByRole("link", { name: /^Cette page vous a-t-elle aidé/ }).click();
  await expect(page).toHaveURL(/\/signaler\?page=%2Fbesoins%2Fdefinir-sa-strategie$/);
  await page.getByRole("radio", { name: /^Quelque chose ne va pas/ }).check();
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(someone);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(someone);
  await expect(page.getByRole("radio", { name: /^Quelque chose ne va pas/ })).toBeChecked();
  await page.getByRole("textbox", { name: "En une phrase" }).fill(text);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Merci/);
  expect(
    await database.rows('SELECT "page", "verdict"::text, "email" FROM "Remark" WHERE "text" = $1', [text]),
  ).toEqual([{ page: "/besoins/definir-sa-strategie", verdict: "fault", email: someone }]);
  await page.getByRole("link", { name: "Revenir à la page" }).click();
  await expect(page).toHaveURL(/\/besoins\/definir-sa-strategie$/);

  await page.goto("/signaler?page=https://ailleurs.example/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Ce portail/);
  expect(await page.content()).not.toContain("ailleurs.example");
});
