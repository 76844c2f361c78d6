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

test("a form older than the portal says so, and its page opens anew", async ({ page, guard, database }) => {
  guard.allow(/409/);
  const address = `/webinaires/${await sessionOf(database, "register-errors")}`;
  await page.goto(address);
  // As after an update: no build of the portal knows the action that this page posts to.
  await page.route("**", (route) => {
    const body = route.request().postDataBuffer()?.toString("latin1");
    const older = body?.replaceAll(/"id":"[0-9a-f]+"/g, `"id":"${"40".padEnd(42, "a")}"`);
    return route.continue(older === undefined ? {} : { postData: Buffer.from(older, "latin1") });
  });
  await register(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce formulaire est trop ancien");
  await page.unroute("**");
  await page.getByRole("link", { name: "Rouvrir la page" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole("button", { name: "M’inscrire" })).toBeVisible();
});
