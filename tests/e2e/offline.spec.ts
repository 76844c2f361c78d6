import { expect, fillRegistration, register, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";

/** Without scripts the browser itself says so, and its way back keeps the form. */
test("without a connection the form is kept back, with what was typed", async ({
  page,
  context,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await context.setOffline(true);
  await register(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("La connexion est coupée");
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(someone);
  await context.setOffline(false);
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
});
