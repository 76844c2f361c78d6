import { axeFaults, overflow } from "#tests/support/axe";
import { expect, test } from "#tests/support/journey";
import {
  changeSession,
  fromStart,
  makeLink,
  makeSeat,
  makeSession,
  registrationRow,
} from "#tests/support/session-of-the-day";

test("three questions, answered once, and nobody knows by whom", async ({
  page,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  const session = await makeSession(database, fromStart(-1440));
  await changeSession(database, session, { durationMinutes: 60 });
  const registration = await makeSeat(database, session, someone);
  const address = `/avis/${await makeLink(database, { registration, scope: "survey" })}`;
  const answers = () => database.rows('SELECT * FROM "SurveyAnswer" WHERE "webinarId" = $1', [session.id]);
  const before = await registrationRow(database, registration);
  for (let time = 1; time <= 10; time++) {
    expect((await request.get(address)).headers()["x-robots-tag"]).toBe("noindex, nofollow");
    expect((await request.head(address)).status()).toBe(200);
  }
  expect(await registrationRow(database, registration)).toEqual(before);

  await page.goto(address);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("textbox", { name: /^Quel sujet/ }).fill("Les alliances d’un village");
  await page.getByRole("button", { name: "Envoyer mon avis" }).click();
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(page.getByRole("textbox", { name: /^Quel sujet/ })).toHaveValue("Les alliances d’un village");
  expect(await answers()).toEqual([]);
  expect(await overflow(page)).toBe(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

  await page.getByRole("radio", { name: /^5/ }).check();
  await page.getByRole("radio", { name: "Peut-être" }).check();
  await page.getByRole("button", { name: "Envoyer mon avis" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Merci pour votre avis\u202F!");
  const given = { usefulness: 5, intention: "maybe", suggestion: "Les alliances d’un village", webinarId: session.id };
  expect(await answers()).toEqual([{ id: expect.any(String), ...given }]);
  expect(await registrationRow(database, registration)).toEqual({ ...before, surveyAnswered: true });

  await page.goto(address);
  await expect(title).toHaveText("Vous avez déjà répondu");
  await expect(page.getByRole("button", { name: "Envoyer mon avis" })).toHaveCount(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
});

test("a double tap is thanked, and counts once", async ({ page, context, database, someone }) => {
  const session = await makeSession(database, fromStart(-1440));
  const registration = await makeSeat(database, session, someone);
  const address = `/avis/${await makeLink(database, { registration, scope: "survey" })}`;
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) await tab.goto(address);
  for (const tab of tabs) {
    await tab.getByRole("radio", { name: /^5/ }).check();
    await tab.getByRole("radio", { name: "Peut-être" }).check();
    await tab.getByRole("button", { name: "Envoyer mon avis" }).click();
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Merci pour votre avis\u202F!");
  }
  expect(await database.rows('SELECT "id" FROM "SurveyAnswer" WHERE "webinarId" = $1', [session.id])).toHaveLength(1);
});

test("before the end of the session, the questions wait", async ({ page, database, someone }) => {
  const registration = await makeSeat(database, await makeSession(database, fromStart(-10)), someone);
  await page.goto(`/avis/${await makeLink(database, { registration, scope: "survey" })}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Le questionnaire n’est pas encore ouvert");
});

test("a link that opens no survey says so", async ({ page, guard, javaScriptEnabled }) => {
  guard.allow(/404/);
  expect((await page.goto("/avis/nulle-part"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre aucun questionnaire");
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
});
