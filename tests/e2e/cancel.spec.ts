import type { Page } from "@playwright/test";
import { expect, mailsTo, test } from "#tests/support/journey";
import { CHANGES, comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";

const CANCEL = "Annuler mon inscription";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const isTitled = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

test("opening the link changes nothing, the button frees the seat", async ({ page, database, someone, request }) => {
  const { slug } = await comingSession(database, 1);
  const personal = await registerAt(page, slug, someone);

  for (let time = 1; time <= 10; time++) expect((await request.get(personal)).status()).toBe(200);
  expect((await request.head(personal)).status()).toBe(200);
  expect(await database.confirmed(slug)).toEqual([someone]);
  await page.goto(`/webinaires/${slug}`);
  await expect(page.getByRole("main")).toContainText("Toutes les places sont prises");
  await expect(page.getByRole("button", { name: "M’inscrire sur la liste d’attente" })).toBeVisible();

  await page.goto(personal);
  await unfold(page, CHANGES);
  await page.getByRole("textbox", { name: /^La raison/ }).fill("Conseil municipal");
  await press(page, CANCEL);
  await isTitled(page, "Votre annulation est enregistrée");
  await expect(page.getByRole("button", { name: CANCEL })).toHaveCount(0);
  expect(await database.confirmed(slug)).toEqual([]);
  const [kept] = await database.rows(
    'SELECT "cancellationReason" AS "reason" FROM "Registration" JOIN "Person" p ON p."id" = "personId" WHERE p."email" = $1',
    [someone],
  );
  expect(kept).toEqual({ reason: "Conseil municipal" });
  await page.goto(`/webinaires/${slug}`);
  await expect(page.getByRole("button", { name: "M’inscrire", exact: true })).toBeVisible();

  const mails = await mailsTo(someone, 2);
  const [invited, withdrawn] = mails.map(({ attachments }) =>
    attachments.find(({ contentType }) => contentType === "text/calendar")?.content.toString(),
  );
  const uid = (calendar = "") => /^UID:(.+)$/m.exec(calendar)?.[1];
  const sequence = (calendar = "") => Number(/^SEQUENCE:(\d+)/m.exec(calendar)?.[1]);
  expect(withdrawn).toContain("METHOD:CANCEL");
  expect(uid(withdrawn)).toBe(uid(invited));
  expect(sequence(withdrawn)).toBeGreaterThan(sequence(invited));
});

test("the link of a message acts too, and a regret gives the seat back", async ({ page, database, someone }) => {
  const { slug } = await comingSession(database, 1);
  await registerAt(page, slug, someone);
  await page.goto(await mailedLink(someone));
  await unfold(page, CHANGES);
  await press(page, CANCEL);
  await isTitled(page, "Votre annulation est enregistrée");
  await expect(page.getByRole("main")).toContainText("Si une place est libre, elle est à vous");
  expect(await database.confirmed(slug)).toEqual([]);
  await press(page, "Reprendre ma place");
  await isTitled(page, "Votre place est réservée");
  expect(await database.confirmed(slug)).toEqual([someone]);
});

test("a full session is waited for, its freed seat is offered, taken, and a late regret waits in turn", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database, 1);
  const next = `suivante.${someone}`;
  const first = await registerAt(page, slug, someone);
  await registerAt(page, slug, next);
  await isTitled(page, "Vous êtes sur la liste d’attente");
  await expect(page.getByRole("main")).toContainText("Votre position est dans le message");

  await page.goto(first);
  await unfold(page, CHANGES);
  await press(page, CANCEL);
  await isTitled(page, "Votre annulation est enregistrée");
  const offer = await mailedLink(next, 2);
  await press(page, "Reprendre ma place");
  await isTitled(page, "Vous êtes sur la liste d’attente");

  await page.goto(offer);
  await isTitled(page, "Une place vous est proposée");
  await press(page, "Prendre cette place");
  await isTitled(page, "Votre place est réservée");
  expect(await database.confirmed(slug)).toEqual([next]);

  await page.goto(first);
  await unfold(page, CHANGES);
  await press(page, "Quitter la liste d’attente");
  await isTitled(page, "Votre annulation est enregistrée");
  expect((await database.places(slug)).map(({ status }) => status).sort()).toEqual(["cancelled", "confirmed"]);
});

test("a link cut in two leads to another one, sent alike to whoever asks", async ({
  page,
  guard,
  database,
  someone,
}) => {
  guard.allow(/404/);
  const { slug } = await comingSession(database);
  await registerAt(page, slug, someone);
  await mailsTo(someone, 1);
  const answers: (string | null)[] = [];
  for (const address of [someone, `inconnue.${someone}`]) {
    expect((await page.goto("/inscriptions/coupe-en-deux"))?.status()).toBe(404);
    await page.getByRole("link", { name: "Recevoir à nouveau mes liens" }).click();
    await page.getByRole("textbox", { name: "Adresse électronique" }).fill(address);
    await press(page, "Recevoir à nouveau mes liens");
    await isTitled(page, "Regardez votre messagerie");
    answers.push(await page.getByRole("main").textContent());
  }
  expect(answers[1]).toBe(answers[0]);
  await page.goto(await mailedLink(someone, 2));
  await isTitled(page, "Votre place est réservée");
});
