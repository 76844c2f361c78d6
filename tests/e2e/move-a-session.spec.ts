import type { APIRequestContext, Page } from "@playwright/test";
import { enter } from "#tests/support/back-office";
import { expect, fillRegistration, mailsTo, register, test } from "#tests/support/journey";
import { expectSound, WAYS } from "#tests/support/ways";
import type { Witness } from "#tests/support/witness";

const SAVED = "C’est enregistré";
const save = (page: Page, name: string | RegExp = "Enregistrer") =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const when = (page: Page) => page.getByLabel("Date et heure de Paris");

/** A local time so many days later, at another hour. */
const daysAfter = (local: string, days: number) =>
  `${new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)}T15:30`;

async function idOf(database: Witness, slug: string): Promise<string> {
  const [row] = await database.rows<{ id: string }>('SELECT "id" FROM "Webinar" WHERE "slug" = $1', [slug]);
  return row?.id ?? "";
}

/** What the public reads of a session: its page, and what it says to search engines. */
async function published(request: APIRequestContext, slug: string) {
  const html = await (await request.get(`/webinaires/${slug}`)).text();
  const facts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = ""]) =>
    JSON.parse(json),
  );
  return { html, event: facts.find((one) => one["@type"] === "Event") };
}

const line = (calendar: string, name: string) => new RegExp(`^${name}[^:]*:(.+)\\r$`, "m").exec(calendar)?.[1];

/** What a calendar reads in each message to someone. */
async function invitations(address: string, count: number) {
  return (await mailsTo(address, count)).map(({ attachments }) => {
    const part = attachments.find(({ contentType }) => contentType === "text/calendar");
    const file = part?.content.toString() ?? "";
    return { method: line(file, "METHOD"), uid: line(file, "UID"), sequence: line(file, "SEQUENCE") };
  });
}

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("a session moves once its consequences were read, a typo tells nobody", async ({
      page,
      request,
      database,
      someone,
    }) => {
      const slug = await database.newSession(20);
      await page.goto(`/webinaires/${slug}`);
      await fillRegistration(page, someone);
      await register(page);
      await expect(page).toHaveURL(/\/inscriptions\//);

      await enter(page);
      await page.goto(`/administration/webinaires/${await idOf(database, slug)}`);
      await page.getByRole("textbox", { name: "Présentation en deux ou trois phrases" }).fill("Sans faute de frappe.");
      await save(page);
      await expect(page.getByRole("status")).toContainText("Le public lit toujours la version en ligne");
      await save(page, "Publier les modifications");
      await expect(page.getByRole("status")).toContainText("C’est en ligne");

      await page.getByRole("link", { name: "Déroulement" }).first().click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Déroulement");
      const before = await when(page).inputValue();
      await when(page).fill(daysAfter(before, 7));
      await save(page);
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("1\u00A0personne recevra une mise à jour d’agenda");
      await expect(page.getByText("Le message qui partira")).toBeVisible();
      await expectSound(page, use.javaScriptEnabled);
      await expect(when(page)).toHaveValue(daysAfter(before, 7));
      expect((await published(request, slug)).html).not.toContain("Séance déplacée");

      // What was agreed to is that move, and no other.
      await when(page).fill(daysAfter(before, 14));
      await save(page, /Enregistrer et prévenir 1.personne/);
      await expect(alert).toContainText("mise à jour d’agenda");
      await expect(when(page)).toHaveValue(daysAfter(before, 14));
      expect((await published(request, slug)).html).not.toContain("Séance déplacée");
      await save(page, /Enregistrer et prévenir 1.personne/);
      await expect(page.getByRole("status")).toContainText(SAVED);

      const { html, event } = await published(request, slug);
      expect(html).toContain("Séance déplacée");
      expect(event).toMatchObject({
        eventStatus: "https://schema.org/EventRescheduled",
        previousStartDate: expect.stringContaining(before),
        startDate: expect.stringContaining(daysAfter(before, 14)),
      });
      const [invited, moved, ...others] = await invitations(someone, 2);
      expect(others).toEqual([]);
      expect(moved).toEqual({ method: "REQUEST", uid: invited?.uid, sequence: String(Number(invited?.sequence) + 1) });
    });
  });
}

test("an hour that Paris skips or repeats is refused with its reason, and nothing typed is lost", async ({
  page,
  database,
}) => {
  const slug = await database.newSession(null);
  await enter(page);
  await page.goto(`/administration/webinaires/${await idOf(database, slug)}/deroulement`);
  for (const [local, words] of [
    ["2027-03-28T02:30", "n’existe pas à Paris"],
    ["2027-10-31T02:30", "existe deux fois à Paris"],
  ] as const) {
    await when(page).fill(local);
    await save(page);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(words);
    await expect(when(page)).toHaveValue(local);
  }
});

test("a session that is over becomes a draft of the library in one press", async ({ page, database }) => {
  const slug = await database.newSession(null);
  const id = await idOf(database, slug);
  await database.rows(
    `UPDATE "Webinar" SET "startsAt" = '2020-01-16T12:00:00Z', "replayUrl" = 'https://video.example/1',
       "replayPublishedAt" = '2020-01-17T12:00:00Z' WHERE "id" = $1`,
    [id],
  );
  await enter(page);
  await page.goto(`/administration/webinaires/${id}`);
  await page.getByRole("button", { name: "Préparer la ressource" }).click();
  await expect(page).toHaveURL(/\/administration\/ressources\//);
  await expect(page.getByRole("textbox", { name: /^Liens \(facultatif\)/ })).toHaveValue(/https:\/\/video\.example\/1/);
  const resource = page.url();
  await page.goto(`/administration/webinaires/${id}`);
  await expect(page.getByRole("button", { name: "Préparer la ressource" })).toHaveCount(0);
  await page.getByRole("link", { name: "Ouvrir la ressource" }).click();
  await expect(page).toHaveURL(resource);
});

test("a date that is past, or a week-end, is asked about before it is kept", async ({ page, database, someone }) => {
  const slug = await database.newSession(20);
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, someone);
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\//);
  await enter(page);
  await page.goto(`/administration/webinaires/${await idOf(database, slug)}/deroulement`);
  const before = await when(page).inputValue();
  const alert = page.getByRole("main").getByRole("alert");
  await when(page).fill("2026-01-10T13:00");
  await save(page);
  await expect(alert).toContainText("Cette date est passée");
  await expect(alert).toContainText("un samedi");
  await expect(when(page)).toHaveValue("2026-01-10T13:00");
  await when(page).fill(before);
  await save(page, /Enregistrer/);
  await expect(page.getByRole("status")).toContainText(SAVED);
  expect(await mailsTo(someone, 1)).toHaveLength(1);
});
