import type { Page, Route } from "@playwright/test";
import { expect, fillRegistration, register, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";

const emailIn = (page: Page) => page.getByRole("textbox", { name: "Adresse électronique" });
const isRegistered = (page: Page) => expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);

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
  await expect(emailIn(page)).toHaveValue(someone);
  await context.setOffline(false);
  await register(page);
  await isRegistered(page);
});

/** An action that no build of the portal has: its page was opened before an update. */
const UNKNOWN_ACTION = `"id":"${"40".padEnd(42, "a")}"`;
const ACCIDENTS: Record<string, (route: Route) => Promise<void>> = {
  "a connection cut on the way": (route) => route.abort("connectionreset"),
  "an answer lost on the way back": async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  },
  "a proxy that finds nobody": (route) => route.fulfill({ status: 502, contentType: "text/html", body: "Bad Gateway" }),
  "a form too heavy": (route) => route.continue({ postData: Buffer.alloc(70_000, "a") }),
  "a page older than the portal": (route) => {
    const posted = route.request().postDataBuffer()?.toString("latin1") ?? "";
    return route.continue({ postData: Buffer.from(posted.replaceAll(/"id":"[0-9a-f]+"/g, UNKNOWN_ACTION), "latin1") });
  },
};

const TOLD: Record<string, string> = {
  "a form too heavy": "Il dépasse ce que ce formulaire peut recevoir",
  "a page older than the portal": "Ce formulaire est trop ancien",
};

for (const [accident, happen] of Object.entries(ACCIDENTS)) {
  test(`${accident} takes nothing of what was typed`, async ({ page, guard, database, someone }) => {
    guard.allow(/Failed to load resource/);
    const { slug } = await comingSession(database);
    await page.goto(`/webinaires/${slug}`);
    await fillRegistration(page, someone);
    const post = (url: URL) => url.pathname === `/webinaires/${slug}`;
    await page.route(post, (route) => (route.request().method() === "POST" ? happen(route) : route.continue()));
    for (const _ of ["once", "again"]) {
      await register(page);
      const summary = page.getByRole("main").getByRole("alert");
      await expect(summary).toContainText(TOLD[accident] ?? "L’envoi n’a pas abouti");
      await expect(summary).toBeFocused();
      await expect(emailIn(page)).toHaveValue(someone);
      await expect(page.getByRole("combobox", { name: "Vous êtes" })).toHaveValue("association");
    }
    await page.unroute(post);
    await register(page);
    await isRegistered(page);
    expect(await database.confirmed(slug)).toEqual([someone]);
  });
}

test("pressed twice, a form leaves once and says so; who comes back finds it whole", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  let posts = 0;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(
    (url) => url.pathname === `/webinaires/${slug}`,
    async (route) => {
      if (route.request().method() === "POST") {
        posts += 1;
        await answered;
      }
      await route.continue();
    },
  );
  await register(page);
  const leaving = page.getByRole("button", { name: "Envoi en cours…" });
  await leaving.click();
  await expect(leaving).toBeEnabled();
  answer();
  await isRegistered(page);
  expect(posts).toBe(1);
  expect(await database.confirmed(slug)).toEqual([someone]);
  await page.goBack();
  await expect(page.getByRole("button", { name: "M’inscrire" })).toBeVisible();
  await expect(emailIn(page)).toHaveValue(someone);
});

const WITHOUT_PAGE = {
  "a file": { headers: { "content-disposition": 'attachment; filename="places.txt"' }, body: "Une place" },
  "nothing to show": { status: 204 },
};

for (const [what, answer] of Object.entries(WITHOUT_PAGE)) {
  test(`led to ${what}, the form gives its button back, with what was typed`, async ({ page, database, someone }) => {
    const { slug } = await comingSession(database);
    await page.clock.install();
    await page.goto(`/webinaires/${slug}`);
    await fillRegistration(page, someone);
    const personal = (url: URL) => /^\/inscriptions\/[\w-]{43}$/.test(url.pathname);
    const led = page.waitForRequest((request) => personal(new URL(request.url())));
    await page.route(personal, (route) => route.fulfill(answer));
    await register(page);
    await led;
    await page.clock.runFor(60_000);
    await expect(page.getByRole("button", { name: "M’inscrire" })).toBeEnabled();
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    await expect(emailIn(page)).toHaveValue(someone);
    await page.unroute(personal);
    await register(page);
    await isRegistered(page);
    expect(await database.confirmed(slug)).toEqual([someone]);
  });
}

test("sent before the script has come, the form comes back with its faults, and keeps them once it has", async ({
  page,
  database,
  someone,
}) => {
  const { slug } = await comingSession(database);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("/forms.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`/webinaires/${slug}`, { waitUntil: "commit" });
  await fillRegistration(page, someone);
  await page.getByRole("textbox", { name: "Prénom" }).fill("");
  await register(page);
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toContainText("Indiquez votre prénom.");
  arrive();
  await page.waitForLoadState("networkidle");
  await expect(summary).toContainText("Indiquez votre prénom.");
  await expect(emailIn(page)).toHaveValue(someone);
  await page.getByRole("textbox", { name: "Prénom" }).fill("Camille");
  await register(page);
  await isRegistered(page);
});
