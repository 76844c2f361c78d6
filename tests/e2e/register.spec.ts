import ICAL from "ical.js";
import { axeFaults, overflow } from "#tests/support/axe";
import { expect, fillRegistration, mailsTo, register, sessionOf, test } from "#tests/support/journey";
import { comingSession, unfold } from "#tests/support/personal-link";

/** A person on a phone, with what their browser fills in. */

test("from the home page to the message with its calendar file", async ({
  page,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  await page.goto("/");
  const next =
    (await page
      .getByRole("region", { name: /./ })
      .filter({ hasText: "Prochain webinaire" })
      .getByRole("heading", { level: 2 })
      .textContent()) ?? "";
  await page.getByRole("link", { name: "Voir et s’inscrire" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(next);
  // It may be the session of another journey, which is writing to it: this one goes on with its own.
  const slug = await sessionOf(database, "register");
  await page.goto(`/webinaires/${slug}`);
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await expect(page.getByRole("checkbox", { name: /lettre d’information/ })).not.toBeChecked();

  await fillRegistration(page, someone);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await register(page);
  // With scripts, the framework posts by itself and is told where to go in another way.
  if (!javaScriptEnabled) expect((await answered).status()).toBe(303);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre inscription est enregistrée");
  await expect(page.getByRole("main")).toContainText(title);
  await expect(page.getByRole("main")).not.toContainText(someone);

  await unfold(page, "L’ajouter à un agenda en ligne");
  await expect(page.getByRole("link", { name: /Google Agenda/ })).toHaveAttribute(
    "href",
    /^https:\/\/calendar\.google\.com\//,
  );
  await expect(page.getByRole("link", { name: /Outlook, compte personnel/ })).toHaveAttribute(
    "href",
    /^https:\/\/outlook\.live\.com\//,
  );
  const file = await page.getByRole("link", { name: /\.ics/ }).getAttribute("href");
  const onScreen = await request.get(file ?? "");
  expect(onScreen.headers()["content-type"]).toContain("text/calendar");
  expect(eventOf(await onScreen.text()).summary).toContain(title);

  const [mail] = await mailsTo(someone);
  expect(mail?.subject).toContain(title);
  expect(mail?.text).toMatch(/\/inscriptions\/[\w-]{43}/);
  expect(mail?.html).toMatch(/\/inscriptions\/[\w-]{43}/);
  const calendar = mail?.attachments.find(({ contentType }) => contentType === "text/calendar");
  expect(calendar?.content.toString()).toContain("METHOD:REQUEST");
  const event = eventOf(calendar?.content.toString() ?? "");
  const [session] = await database.rows<{ startsAt: Date }>('SELECT "startsAt" FROM "Webinar" WHERE "slug" = $1', [
    slug,
  ]);
  expect(event.startDate.toJSDate()).toEqual(session?.startsAt);
  expect(event.summary).toContain(title);
  expect(await database.confirmed(slug)).toContain(someone);
});

test("the same address, written otherwise, is the same registration and nothing tells it", async ({
  page,
  database,
  someone,
}) => {
  const slug = await sessionOf(database, "register");
  const screens: (string | null)[] = [];
  for (const address of [someone, ` ${someone.toUpperCase()}`]) {
    await page.goto(`/webinaires/${slug}`);
    await fillRegistration(page, address);
    await register(page);
    await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
    screens.push(await page.getByRole("main").textContent());
  }
  expect(screens[1]).toBe(screens[0]);
  expect((await database.confirmed(slug)).filter((email) => email.toLowerCase().trim() === someone)).toHaveLength(1);
});

test("what is wrong is said first, beside the field, and nothing typed is lost", async ({ page, database }) => {
  await page.goto(`/webinaires/${await sessionOf(database, "register-errors")}`);
  await page.getByRole("textbox", { name: "Prénom" }).fill("Zoé");
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill("zoé@");
  await expect(page.getByRole("textbox", { name: /^Une question/ })).toBeHidden();
  await page.getByText("Ajouter une question").click();
  await page.getByRole("textbox", { name: /^Une question/ }).fill("Deux lignes\nde question ?");
  await page.getByRole("checkbox", { name: /lettre d’information/ }).check();
  await register(page);

  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Prénom" })).toHaveValue("Zoé");
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue("zoé@");
  await expect(page.getByRole("textbox", { name: /^Une question/ })).toHaveValue("Deux lignes\nde question ?");
  await expect(page.getByRole("checkbox", { name: /lettre d’information/ })).toBeChecked();
  const email = page.getByRole("textbox", { name: "Adresse électronique" });
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/Erreur/);

  await summary.getByRole("link", { name: /nom/i }).first().click();
  await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toBeFocused();
  await page.keyboard.type("Martin");
  await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("Martin");
});

test("fits a phone: nothing sticks out, every control can be touched", async ({
  page,
  database,
  javaScriptEnabled,
}) => {
  const { slug } = await comingSession(database);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/webinaires/${slug}`);
  await page.getByText("Ajouter une question").click();
  await page.getByText("Inscrire aussi des collègues").click();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  const form = page.locator("form").filter({ has: page.getByRole("textbox", { name: "Prénom" }) });
  for (const control of await form
    .locator("input:visible:not([type=checkbox]), select, textarea, button, summary, label:has([type=checkbox])")
    .all()) {
    if ((await control.getAttribute("name")) === "homepage") continue;
    expect((await control.boundingBox())?.height, (await control.textContent()) ?? "").toBeGreaterThanOrEqual(44);
  }
});

test("a double tap, and the same page sent again, are one registration and one message", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database, 1);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await page.getByRole("button", { name: "M’inscrire" }).dblclick();
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre inscription est enregistrée");
  expect(await database.places(slug)).toHaveLength(1);
  expect(await database.mails(slug)).toEqual({ "registration-confirmed": 1 });
});

test("an address that was probably mistyped is doubted once", async ({ page, database, someone }) => {
  const { slug } = await comingSession(database);
  const typed = someone.replace("exemple.fr", "gmial.com");
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, typed);
  await register(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    `Vouliez-vous dire ${someone.replace("exemple.fr", "gmail.com")}`,
  );
  await expect(page.getByRole("textbox", { name: "Adresse électronique" })).toHaveValue(typed);
  expect(await database.confirmed(slug)).toEqual([]);
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  expect(await database.confirmed(slug)).toEqual([typed]);
});

test("a page left open while the session filled up answers with a place in line", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database, 1);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await database.setCapacity(slug, 0);
  await register(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vous êtes sur la liste d’attente");
});

function eventOf(text: string): ICAL.Event {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  if (!event) throw new Error(`No event in: ${text}`);
  return new ICAL.Event(event);
}
