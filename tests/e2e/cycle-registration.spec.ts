import ICAL from "ical.js";
import { axeFaults } from "#tests/support/axe";
import { expect, fillRegistration, mailsTo, register, test } from "#tests/support/journey";
import { CHANGES, comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";
import { changeSession, fromStart } from "#tests/support/session-of-the-day";
import { sweepNow } from "#tests/support/sweep";

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

test("the whole cycle in one go: one message, one calendar file with one event a session, later ones by themselves", async ({
  page,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  const first = await comingSession(database);
  const second = await comingSession(database, null, first);
  const full = await comingSession(database, 0, first);
  await changeSession(database, full, { title: "Une séance complète", startsAt: fromStart(600 * 24 * 60) });

  await page.goto(`/webinaires/${first.slug}`);
  await fillRegistration(page, someone);
  await page.getByText("Venir aussi à d’autres séances").click();
  await expect(page.getByRole("checkbox", { name: /Une séance complète \(complet/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Tout le cycle, et les séances qui s’y ajouteront" }).check();
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos inscriptions sont enregistrées");
  await expect(page.getByRole("main")).toContainText("Liste d’attente");

  const file = await page.getByRole("link", { name: /Tout ajouter à mon agenda/ }).getAttribute("href");
  const onScreen = eventsOf(await (await request.get(file ?? "")).text());
  const mails = await mailsTo(someone, 1);
  expect(mails).toHaveLength(1);
  const calendars = (mails[0]?.attachments ?? []).filter(({ contentType }) => contentType === "text/calendar");
  const sent = eventsOf(calendars[0]?.content.toString() ?? "");
  expect(sent.map(({ uid }) => uid)).toEqual(onScreen.map(({ uid }) => uid));
  expect(new Set(sent.map(({ uid }) => uid)).size).toBe(2);
  expect(await database.confirmed(second.slug)).toEqual([someone]);

  // The sweep brings in whoever follows the cycle.
  const added = await comingSession(database, null, first);
  await sweepNow();
  expect(await database.confirmed(added.slug)).toEqual([someone]);
  expect((await mailsTo(someone, 2)).at(-1)?.subject).toContain("Nouvelle séance");
});

test("some sessions of it: those that were ticked, still ticked after a mistake", async ({
  page,
  database,
  someone,
}) => {
  const first = await comingSession(database);
  const second = await comingSession(database, null, first);
  const third = await comingSession(database, null, first);
  await changeSession(database, third, { title: "Une autre séance", startsAt: fromStart(600 * 24 * 60) });
  await page.goto(`/webinaires/${first.slug}`);
  await fillRegistration(page, "sans-arobase");
  await page.getByText("Venir aussi à d’autres séances").click();
  const other = page.getByRole("checkbox", { name: /Une autre séance/ });
  await other.check();
  await register(page);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(other).toBeChecked();
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(someone);
  await register(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos inscriptions sont enregistrées");
  expect(await database.confirmed(first.slug)).toEqual([someone]);
  expect(await database.confirmed(third.slug)).toEqual([someone]);
  expect(await database.confirmed(second.slug)).toEqual([]);
});

test("followed from the personal page, then left with its seats: told beforehand, one message each time", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
}) => {
  const first = await comingSession(database);
  const second = await comingSession(database, null, first);
  const third = await comingSession(database, null, first);
  await registerAt(page, first.slug, someone);
  await page.goto(await mailedLink(someone));
  await expect(page.getByRole("main")).toContainText(
    "2\u00A0séances s’ajoutent à vos inscriptions, en un seul message",
  );
  await unfold(page, CHANGES);
  await page.getByRole("button", { name: "Suivre tout le cycle" }).click();
  await expect(page.getByRole("status")).toContainText("Vous suivez ce cycle");
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  for (const { slug } of [first, second, third]) expect(await database.confirmed(slug)).toEqual([someone]);
  await sweepNow();

  await page.getByRole("checkbox", { name: /Et rendre mes 3 places à venir/ }).check();
  await page.getByRole("button", { name: "Ne plus suivre ce cycle" }).click();
  await expect(page.getByRole("status")).toContainText("Vos places à venir sont rendues");
  for (const { slug } of [first, second, third]) expect(await database.confirmed(slug)).toEqual([]);
  const mails = await mailsTo(someone, 3);
  expect(mails).toHaveLength(3);
  const files = mails.map(({ attachments }) => attachments.find(({ contentType }) => contentType === "text/calendar"));
  const events = files.map((file) => eventsOf(file?.content.toString() ?? ""));
  expect(events.map((all) => all.length)).toEqual([1, 3, 3]);
  expect(events[2]?.map(({ component }) => component.getFirstPropertyValue("status"))).toEqual(
    Array(3).fill("CANCELLED"),
  );
});
