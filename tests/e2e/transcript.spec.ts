import { axeFaults, overflow } from "#tests/support/axe";
import { expect, test } from "#tests/support/journey";
import { changeSession, fromStart, makeSession } from "#tests/support/session-of-the-day";

const DAY = 1440;
const passages = Array.from(
  { length: 60 },
  (_, minute) => `[00:${String(minute).padStart(2, "0")}:05] Voici ce qui se dit à la minute numéro ${minute}.`,
);
passages[12] = "[00:12:34] **Ada Martin :** Le mécénat de compétences ouvre la porte.";
passages[40] = "[00:40:10] **Lou Petit :** Un mécénat se prépare longtemps à l’avance.";

test("what is said in a replay is searched, and watched from that second", async ({
  page,
  guard,
  database,
  javaScriptEnabled,
}) => {
  guard.allow(/youtube-nocookie/);
  await page.route(/youtube-nocookie/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  const accessible = async () => {
    expect(await overflow(page)).toBe(0);
    if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  };
  const session = await makeSession(database, fromStart(-2 * DAY), { published: true });
  await changeSession(database, session, {
    durationMinutes: 60,
    replayUrl: "https://www.youtube.com/watch?v=abcDEF_-123",
    replayPublishedAt: fromStart(-DAY),
    transcript: passages.join("\n\n"),
  });

  await page.goto(`/webinaires/${session.slug}`);
  await page.getByText("Lire la transcription").click();
  await page.getByRole("searchbox", { name: "Chercher dans la transcription" }).fill("MECENATS");
  await page.locator("#transcription").getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/\?chercher=MECENATS#transcription$/);
  await expect(page.getByText("2 passages pour")).toBeInViewport();
  await expect(page.locator("mark")).toHaveText(["mécénat", "mécénat"]);
  await expect(page.getByText("la minute numéro 3.")).toHaveCount(0);
  await accessible();

  const moment = page.getByRole("link", { name: "Regarder à 12 min 34 s", exact: true });
  expect((await moment.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await moment.click();
  const player = page.getByTitle(/^Enregistrement de la séance/);
  await expect(player).toBeInViewport();
  await expect(player).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/abcDEF_-123?start=754");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`/webinaires/${session.slug}$`));
  await accessible();

  // The search is still there, and the way back to the passage.
  await page.getByRole("link", { name: "Revenir à ce passage de la transcription" }).click();
  await expect(page.getByText("ouvre la porte.")).toBeInViewport();
  await page.getByRole("link", { name: "Tout afficher" }).click();
  await expect(page.getByText("la minute numéro 3.")).toBeVisible();
  await expect(player).toBeAttached();
  await accessible();

  await page.getByRole("searchbox", { name: "Chercher dans la transcription" }).fill("introuvable");
  await page.locator("#transcription").getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByText("Aucun passage pour")).toBeInViewport();
});

test("words said in a session are searched among everything, and lead to the second that says them", async ({
  page,
  guard,
  database,
}) => {
  guard.allow(/youtube-nocookie/);
  await page.route(/youtube-nocookie/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  const session = await makeSession(database, fromStart(-2 * DAY), { published: true });
  const spoken = passages.with(12, "[00:12:34] **Ada Martin :** Une ressourcerie mutualise ses camionnettes.");
  await changeSession(database, session, {
    durationMinutes: 60,
    replayUrl: "https://www.youtube.com/watch?v=abcDEF_-123",
    replayPublishedAt: fromStart(-DAY),
    transcript: spoken.join("\n\n"),
  });

  await page.goto("/");
  await page.getByRole("searchbox", { name: "Chercher sur le portail" }).fill("ressourceries camionnette");
  await page.getByRole("button", { name: "Chercher" }).click();
  const answer = page.getByRole("listitem").filter({ has: page.locator(`a[href="/webinaires/${session.slug}"]`) });
  await expect(answer).toHaveCount(1);
  expect(await overflow(page)).toBe(0);
  await answer.getByRole("link", { name: "Dit à 12 min 34 s dans l’enregistrement" }).click();

  await expect(page).toHaveURL(new RegExp(`/webinaires/${session.slug}\\?.*t=754&chercher=ressourceries`));
  const player = page.getByTitle(/^Enregistrement de la séance/);
  await expect(player).toBeInViewport();
  await expect(player).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/abcDEF_-123?start=754");
  expect(await overflow(page)).toBe(0);
});
