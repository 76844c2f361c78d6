import type { Locator, Page } from "@playwright/test";
import { axeFaults, overflow } from "#tests/support/axe";
import { expect, mailsTo, test } from "#tests/support/journey";
import { CHANGES, comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";
import { changeSession, fromStart, makeLink, makeSeat, makeSession } from "#tests/support/session-of-the-day";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const done = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

/** Nothing wrong for axe, nothing sticks out of a narrow screen. */
async function isSound(page: Page, scripts: boolean | undefined): Promise<void> {
  if (scripts) expect(await axeFaults(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test("a person changes what they said, asks, and refuses reminders", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
}) => {
  const { slug } = await comingSession(database);
  await registerAt(page, slug, someone);
  await isSound(page, javaScriptEnabled);
  await page.goto(await mailedLink(someone));
  await isSound(page, javaScriptEnabled);
  await expect(page.getByRole("main")).toContainText(someone);

  await unfold(page, CHANGES);
  await unfold(page, "Modifier mes informations");
  await page.getByRole("textbox", { name: "Prénom" }).fill("");
  await page.getByRole("textbox", { name: /^Organisation/ }).fill("Mairie de Val-Perdu");
  await press(page, "Enregistrer");
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByRole("textbox", { name: /^Organisation/ })).toHaveValue("Mairie de Val-Perdu");
  await page.getByRole("textbox", { name: "Prénom" }).fill("Camomille");
  await press(page, "Enregistrer");
  await done(page, "Vos informations sont à jour");
  await expect(page.getByRole("main")).toContainText("Camomille Durand");

  await unfold(page, "Mes questions");
  await page.getByRole("textbox", { name: "Votre question" }).fill("Qui finance ?");
  await press(page, "Envoyer ma question");
  await done(page, "Votre question est transmise");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Qui finance" })).toBeVisible();

  await unfold(page, CHANGES);
  await press(page, "Ne plus recevoir de rappels");
  await expect(page.getByRole("button", { name: "Recevoir de nouveau les rappels" })).toBeVisible();
  const [row] = await database.rows(
    `SELECT r."firstName", r."organisation", r."remindersOffAt" IS NOT NULL AS "off", q."text"
     FROM "Registration" r JOIN "Question" q ON q."registrationId" = r."id" JOIN "Person" p ON p."id" = r."personId" WHERE p."email" = $1`,
    [someone],
  );
  expect(row).toEqual({
    firstName: "Camomille",
    organisation: "Mairie de Val-Perdu",
    off: true,
    text: "Qui finance ?",
  });
});

test("a person has their seat follow another address, once its mailbox has said yes", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
  guard,
}) => {
  const { slug } = await comingSession(database, 1);
  const other = `autre.${someone}`;
  await registerAt(page, slug, someone);
  const former = await mailedLink(someone);
  await page.goto(former);
  const propose = async (address: string) => {
    await unfold(page, CHANGES);
    await unfold(page, "Changer d’adresse");
    await page.getByRole("textbox", { name: "Nouvelle adresse électronique" }).fill(address);
    await press(page, "Vérifier cette adresse");
  };
  await propose("autre@");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("ne semble pas complète");
  await page.getByRole("textbox", { name: "Nouvelle adresse électronique" }).fill(someone);
  await press(page, "Vérifier cette adresse");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("C’est déjà l’adresse");
  await isSound(page, javaScriptEnabled);
  await page.getByRole("textbox", { name: "Nouvelle adresse électronique" }).fill(other);
  await press(page, "Vérifier cette adresse");
  await done(page, "Un message part vers la nouvelle adresse");

  const link = await mailedLink(other);
  await page.goto(link);
  await expect(page).toHaveTitle(/^Confirmer cette adresse/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Confirmer cette adresse");
  await expect(page.getByRole("main")).toContainText(other);
  await isSound(page, javaScriptEnabled);
  await press(page, "Oui, c’est mon adresse");
  await done(page, "Votre adresse est changée");
  await expect(page.getByRole("main")).toContainText("Votre place est réservée");
  await expect(page.getByRole("main")).toContainText(other);
  await page.goto(await mailedLink(other, 2));
  await expect(page.getByRole("main")).toContainText(other);
  expect((await mailsTo(someone, 2))[1]?.subject).toContain("suivent une autre adresse");
  guard.allow(/404/);
  await page.goto(former);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre aucune inscription");
});

test("what a screen shows does less, and sends the rest to the address, once an hour", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database);
  const screen = await registerAt(page, slug, someone);
  await expect(page.getByRole("main")).not.toContainText(someone);
  await mailsTo(someone, 1);
  for (const _ of [1, 2]) {
    await page.goto(screen);
    await press(page, "Recevoir mes liens par courriel");
    await done(page, "Un message part vers l’adresse de l’inscription");
  }
  await page.goto(await mailedLink(someone, 2));
  await expect(page.getByRole("main")).toContainText(someone);
  const [written] = await database.rows('SELECT count(*)::int AS "count" FROM "OutgoingMail" WHERE "to" = $1', [
    someone,
  ]);
  expect(written).toEqual({ count: 2 });
});

test("the reminders are refused by one POST of the mailbox, and by a button whoever opens the link", async ({
  page,
  database,
  someone,
  request,
}) => {
  const session = await comingSession(database);
  await makeSeat(database, session, someone);
  const address = `/inscriptions/${await makeLink(database, { email: someone })}/rappels`;
  const refused = async () => {
    const [row] = await database.rows<{ off: boolean }>(
      'SELECT "remindersOffAt" IS NOT NULL AS "off" FROM "Registration" JOIN "Person" p ON p."id" = "personId" WHERE p."email" = $1',
      [someone],
    );
    return row?.off;
  };
  for (let time = 1; time <= 10; time++) expect((await request.get(address)).status()).toBe(200);
  expect(await refused()).toBe(false);

  // As a mailbox does: no cookie, no origin, no redirection.
  const answer = await request.post(address, { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect(await refused()).toBe(true);
  expect((await request.post(address, { multipart: { "List-Unsubscribe": "One-Click" } })).status()).toBe(200);
  const unknown = await request.post("/inscriptions/inconnu/rappels", { form: { "List-Unsubscribe": "One-Click" } });
  expect(unknown.status()).toBe(404);

  await database.rows(
    'UPDATE "Registration" SET "remindersOffAt" = NULL FROM "Person" p WHERE p."id" = "personId" AND p."email" = $1',
    [someone],
  );
  await page.goto(address);
  await press(page, "Ne plus recevoir de rappels");
  await expect(page.getByRole("heading", { level: 1, name: "Vous ne recevrez plus de rappels" })).toBeVisible();
  expect(await refused()).toBe(true);
});

test("the day of the session leads to the room, the day after to what it left", async ({ page, database, someone }) => {
  const session = await makeSession(database, fromStart(-10), { published: true, roomUrl: "https://salle.example/" });
  const registration = await makeSeat(database, session, someone);
  const personal = `/inscriptions/${await makeLink(database, { email: someone })}`;
  await page.goto(personal);
  const enter = page.getByRole("link", { name: "Rejoindre la séance" });
  await expect(enter).toHaveAttribute("href", new RegExp(`^/rejoindre/[\\w-]{43}\\?seance=${session.slug}$`));
  await enter.click();
  await expect(page.getByRole("button", { name: "Entrer dans la salle" })).toBeVisible();

  await changeSession(database, session, {
    startsAt: fromStart(-2_000),
    replayUrl: "https://video.example/1",
    replayPublishedAt: fromStart(-1_000),
  });
  await database.rows('UPDATE "Registration" SET "presentAt" = now(), "certificateCode" = $2 WHERE "id" = $1', [
    registration,
    registration.slice(0, 14),
  ]);
  await page.goto(personal);
  await expect(page.getByRole("link", { name: "Revoir la séance" })).toHaveAttribute(
    "href",
    `/webinaires/${session.slug}`,
  );
  await expect(page.getByRole("link", { name: /attestation/ })).toHaveAttribute("href", /attestation\.pdf\?seance=/);
  await expect(page.getByRole("button", { name: "Annuler mon inscription" })).toHaveCount(0);
});

/** The sight and the focus are on what was just done, its title says it, and the page starts at its top. */
async function landsOn(page: Page, { title, focused }: { title: string; focused: Locator }): Promise<void> {
  await expect(page).toHaveTitle(new RegExp(`^${title}`));
  await expect(focused).toBeFocused();
  await expect(focused).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
}

test("after each action the page starts anew, at what was done", async ({ page, database, someone }) => {
  const [first, second] = [await comingSession(database), await comingSession(database)];
  for (const session of [first, second]) await makeSeat(database, session, someone);
  const personal = `/inscriptions/${await makeLink(database, { email: someone })}`;
  const says = async (words: string) => {
    const heading = page.getByRole("heading", { level: 1, name: words, exact: true });
    await expect(heading).toBeVisible();
    await landsOn(page, { title: words, focused: heading });
  };
  const tells = async (words: string) => {
    const sentence = page.getByRole("status").filter({ hasText: words });
    await expect(sentence).toBeVisible();
    await landsOn(page, { title: words, focused: sentence });
  };

  await page.goto(personal);
  await expect(page).toHaveTitle(/^Vos inscriptions/);
  await unfold(page, CHANGES);
  for (const action of ["Ne plus recevoir de rappels", "Recevoir de nouveau les rappels"]) {
    await press(page, action);
    await expect(page.getByRole("button", { name: action })).toHaveCount(0);
    await tells("C’est noté pour vos rappels");
  }
  await page.goto(`${personal}?seance=${first.slug}`);
  for (const question of ["Qui finance ?", "Qui décide ?"]) {
    if (question === "Qui finance ?") await unfold(page, "Mes questions");
    await page.getByRole("textbox", { name: /(Votre|autre) question/ }).fill(question);
    await press(page, "Envoyer ma question");
    await expect(
      page
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: question.slice(0, -2) }),
    ).toBeVisible();
    await tells("Votre question est transmise");
  }
  for (const _ of ["once", "again"]) {
    await unfold(page, CHANGES);
    await press(page, "Annuler mon inscription");
    await says("Votre annulation est enregistrée");
    await press(page, "Reprendre ma place");
    await says("Votre place est réservée");
  }
});
