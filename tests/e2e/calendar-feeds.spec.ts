import { expect, test } from "#tests/support/journey";

test("the programme is a calendar to subscribe to, whole or of one need", async ({ page, request }) => {
  await page.goto("/webinaires");
  const subscribe = page.getByRole("link", { name: "S’abonner à l’agenda" });
  await expect(subscribe).toHaveAttribute("href", /^webcal:\/\/localhost:\d+\/webinaires\.ics$/);

  const whole = await request.get("/webinaires.ics");
  expect(whole.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const file = await whole.text();
  expect(file).not.toContain("METHOD:");
  expect(file).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n");
  expect(file).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i);

  const sessions = (calendar: string) => calendar.match(/^BEGIN:VEVENT/gm)?.length ?? 0;
  const ofOneNeed = await (await request.get("/webinaires.ics?besoin=developper-des-partenariats-strategiques")).text();
  expect(sessions(ofOneNeed)).toBeGreaterThan(0);
  expect(sessions(ofOneNeed)).toBeLessThan(sessions(file));
  expect((await request.get("/webinaires.ics?besoin=inconnu")).status()).toBe(404);
  expect((await request.get("/webinaires.ics?besoin=")).status()).toBe(404);
});

test("who has it already is answered in a word, until something changes", async ({ request, database }) => {
  const slug = await database.newSession(null);
  const first = await request.get("/webinaires.ics");
  const tag = first.headers().etag ?? "";
  expect(tag).toMatch(/^"[\w-]+"$/);
  // Other journeys change sessions meanwhile: the same calendar is asked for until it stood still.
  await expect
    .poll(async () => {
      const { etag = "" } = (await request.get("/webinaires.ics")).headers();
      return (await request.get("/webinaires.ics", { headers: { "If-None-Match": etag } })).status();
    })
    .toBe(304);
  await database.rows('UPDATE "Webinar" SET "cancelledAt" = now(), "updatedAt" = now() WHERE "slug" = $1', [slug]);
  // What another process writes is heard of a moment later.
  const changed = async () => (await request.get("/webinaires.ics", { headers: { "If-None-Match": tag } })).text();
  await expect.poll(changed).toContain("STATUS:CANCELLED\r\n");
});

test("a session says its hour overseas without a script, and names Paris", async ({ page, database }) => {
  await page.goto(`/webinaires/${await database.newSession(null)}`);
  await expect(page.getByRole("main")).toContainText("heure de\u00A0Paris");
  await page.getByText("À quelle heure outre-mer").click();
  await expect(page.getByText(/^La Réunion/)).toBeVisible();
});

test("the page of a past session asks nothing of the site that holds its replay", async ({ page, database }) => {
  const slug = await database.newSession(null);
  await database.rows(
    `UPDATE "Webinar" SET "startsAt" = '2020-01-16T12:00:00Z', "replayUrl" = 'https://video.example/1',
       "replayPublishedAt" = '2020-01-17T12:00:00Z', "transcript" = 'Bonjour à **toutes et tous**.' WHERE "slug" = $1`,
    [slug],
  );
  // The guard of every journey fails on a request to another host.
  await page.goto(`/webinaires/${slug}`, { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: /Revoir la séance/ })).toHaveAttribute("href", "https://video.example/1");
  await expect(page.getByRole("button", { name: "M’inscrire" })).toHaveCount(0);
  await page.getByText("Lire la transcription").click();
  await expect(page.getByText("Bonjour à toutes et tous.")).toBeVisible();
});
