import { expect, fillRegistration, mailsTo, register, sessionOf, test } from "#tests/support/journey";

const BUTTON = "Annuler mon inscription";

test("opening the link changes nothing, the button frees the seat", async ({
  page,
  database,
  someone,
  request,
}, info) => {
  const slug = await sessionOf(database, `cancel ${info.project.name}`);
  await database.setCapacity(slug, 1);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\//);
  const personal = page.url();

  for (let time = 1; time <= 10; time++) expect((await request.get(personal)).status()).toBe(200);
  expect((await request.head(personal)).status()).toBe(200);
  expect(await database.confirmed(slug)).toEqual([someone]);
  await page.goto(`/webinaires/${slug}`);
  await expect(page.getByRole("main")).toContainText("Complet");
  await expect(page.getByRole("button", { name: "M’inscrire" })).toHaveCount(0);

  await page.goto(personal);
  await page.getByRole("button", { name: BUTTON }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre annulation est enregistrée");
  await expect(page.getByRole("button", { name: BUTTON })).toHaveCount(0);
  expect(await database.confirmed(slug)).toEqual([]);
  await page.goto(`/webinaires/${slug}`);
  await expect(page.getByRole("button", { name: "M’inscrire" })).toBeVisible();

  const mails = await mailsTo(someone, 2);
  const calendars = mails.map(({ attachments }) =>
    attachments.find(({ contentType }) => contentType === "text/calendar")?.content.toString(),
  );
  const uid = (calendar = "") => /^UID:(.+)$/m.exec(calendar)?.[1];
  const [invited, withdrawn] = calendars;
  expect(withdrawn).toContain("METHOD:CANCEL");
  expect(uid(withdrawn)).toBe(uid(invited));
});

test("the link of a message acts too", async ({ page, database, someone }) => {
  const slug = await sessionOf(database, "register-errors");
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await register(page);
  const [mail] = await mailsTo(someone);
  const link = /https?:\/\/\S+\/inscriptions\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "";
  await page.goto(link);
  await page.getByRole("button", { name: BUTTON }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre annulation est enregistrée");
  expect(await database.confirmed(slug)).not.toContain(someone);
});
