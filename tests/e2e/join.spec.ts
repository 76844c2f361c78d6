import { axeFaults, overflow } from "#tests/support/axe";
import { expect, test } from "#tests/support/journey";
import {
  changeSession,
  fromStart,
  makeLink,
  makeSeat,
  makeSession,
  registrationRow,
  videoConference,
} from "#tests/support/session-of-the-day";

const ENTER = "Entrer dans la salle";
const STARTED = fromStart(-10);

test("the click enters the room of that very instant and notes the presence; looking does nothing", async ({
  page,
  guard,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  guard.allow(/request to 127\.0\.0\.1/);
  const conference = await videoConference();
  const session = await makeSession(database, STARTED, { roomUrl: conference.url("ancienne") });
  const registration = await makeSeat(database, session, someone);
  const address = `/rejoindre/${await makeLink(database, { registration, scope: "join" })}`;
  const before = await registrationRow(database, registration);

  for (let time = 1; time <= 10; time++) {
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" });
    expect(await answer.text()).not.toContain("127.0.0.1");
    expect((await request.head(address)).status()).toBe(200);
  }
  expect(await registrationRow(database, registration)).toEqual(before);

  await page.goto(address);
  expect(await overflow(page)).toBe(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  await changeSession(database, session, { roomUrl: conference.url("nouvelle") });
  await page.getByRole("button", { name: ENTER }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salle /nouvelle");
  const after = await registrationRow(database, registration);
  expect(after).toMatchObject({ attendanceSource: "join", certificateCode: expect.stringMatching(/^[\w-]{14}$/) });
  expect(after?.presentAt).not.toBeNull();

  await page.goto(address);
  await page.getByRole("button", { name: ENTER }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salle /nouvelle");
  expect(await registrationRow(database, registration)).toEqual(after);
  conference.close();
});

test("too early, the page says when the room opens, in Paris, and asks for nothing", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
}) => {
  const session = await makeSession(database, fromStart(2 * 1440 + 180), { roomUrl: "https://salle.example/" });
  const registration = await makeSeat(database, session, someone);
  const token = await makeLink(database, { registration, scope: "owner" });
  await page.goto(`/rejoindre/${token}?seance=${session.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La salle n’est pas encore ouverte");
  await expect(page.getByRole("main")).toContainText(
    /le \S+ 13 janvier \d{4} à 12\u00A0h\u00A045, heure de Paris, dans 2\u00A0jours/,
  );
  await expect(page.getByRole("button", { name: ENTER })).toHaveCount(0);
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  await expect(page.getByRole("link", { name: /\.ics/ })).toHaveAttribute(
    "href",
    new RegExp(`/inscriptions/${token}/`),
  );
  await expect(page.getByRole("link", { name: "Voir ma page personnelle" })).toBeVisible();
  expect(await page.content()).not.toContain("salle.example");
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
});

test("without an address yet, the page asks again by itself, unless told not to", async ({
  page,
  database,
  someone,
  javaScriptEnabled,
}) => {
  const session = await makeSession(database, STARTED);
  const registration = await makeSeat(database, session, someone);
  await page.goto(`/rejoindre/${await makeLink(database, { registration, scope: "join" })}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La salle ouvre dans un instant");
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute("content", "60");
  await page.getByRole("link", { name: "Arrêter l’actualisation" }).click();
  await expect(page.getByRole("main")).toContainText("ne s’actualise plus");
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
});

test("who waits for a seat is told so; a session that is cancelled or over says it", async ({
  page,
  database,
  someone,
}) => {
  const session = await makeSession(database, STARTED, { roomUrl: "https://salle.example/", published: false });
  const registration = await makeSeat(database, session, someone, "waiting");
  await page.goto(`/rejoindre/${await makeLink(database, { registration, scope: "join" })}`);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Vous êtes en liste d’attente");
  await expect(page.getByRole("link", { name: "Recevoir mes liens personnels" })).toBeVisible();

  await changeSession(database, session, { cancelledAt: fromStart(-60) });
  await page.reload();
  await expect(title).toHaveText("Cette séance est annulée");

  await changeSession(database, session, { cancelledAt: null, startsAt: fromStart(-2 * 1440), durationMinutes: 60 });
  await page.reload();
  await expect(page.getByRole("main")).toContainText("n’est pas encore en ligne");
  const published = {
    replayUrl: "https://video.example/",
    replayPublishedAt: fromStart(-60),
    publishedAt: fromStart(-9000),
  };
  await changeSession(database, session, published);
  await page.reload();
  await page.getByRole("link", { name: "Revoir la séance" }).click();
  await expect(title).toHaveText("Mesurer ce qui change");
});

test("a link that opens nothing says what to do", async ({ page, guard, javaScriptEnabled }) => {
  guard.allow(/404/);
  expect((await page.goto("/rejoindre/nulle-part"))?.status()).toBe(404);
  const links = page.getByRole("main").getByRole("link", { name: "Recevoir mes liens" });
  await expect(links).toHaveAttribute("href", "/inscriptions/retrouver");
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
});
