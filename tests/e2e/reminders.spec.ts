import type { Page } from "@playwright/test";
import { expect, mailsTo, test } from "#tests/support/journey";
import { CHANGES, comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";
import { changeSession, fromStart } from "#tests/support/session-of-the-day";
import { sweepNow } from "#tests/support/sweep";
import type { Witness } from "#tests/support/witness";

const HOUR = 60;
const DAY = 24 * HOUR;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Time goes by for one session: it comes nearer, and whoever registered did so longer ago. */
async function goBy(database: Witness, session: { id: string }, minutes: number): Promise<void> {
  await database.rows(`UPDATE "Webinar" SET "startsAt" = "startsAt" - make_interval(mins => $2) WHERE "id" = $1`, [
    session.id,
    minutes,
  ]);
  await database.rows(
    `UPDATE "Registration" SET "confirmedAt" = "confirmedAt" - make_interval(mins => $2) WHERE "webinarId" = $1`,
    [session.id, minutes],
  );
}

test("a week, a day and an hour before: each reminder once, to those who still come and want it", async ({
  page,
  database,
  someone,
}) => {
  test.setTimeout(360_000);
  const [refusing, leaving, late] = ["refuse", "part", "tard"].map((name) => `${name}.${someone}`) as [
    string,
    string,
    string,
  ];
  const session = await comingSession(database);
  await changeSession(database, session, { startsAt: fromStart(8 * DAY), roomUrl: "https://salle.example/" });
  for (const email of [someone, refusing, leaving]) await registerAt(page, session.slug, email);
  await page.goto(await mailedLink(refusing));
  await unfold(page, CHANGES);
  await press(page, "Ne plus recevoir de rappels");
  await expect(page.getByRole("button", { name: "Recevoir de nouveau les rappels" })).toBeVisible();

  /** The reminders written so far, once all that is due now has been written, twice. */
  const reminders = async () => {
    for (let time = 1; time <= 2; time++) await sweepNow();
    return database.rows<{ kind: string; to: string }>(
      `SELECT m."kind", m."to" FROM "OutgoingMail" m JOIN "Registration" r ON r."id" = m."registrationId"
       WHERE r."webinarId" = $1 AND m."kind" LIKE 'reminder-%' ORDER BY m."createdAt", m."to"`,
      [session.id],
    );
  };
  expect(await reminders()).toEqual([]);

  await goBy(database, session, DAY + 30);
  const week = [leaving, someone].sort().map((to) => ({ kind: "reminder-week", to }));
  expect(await reminders()).toEqual(week);

  await page.goto(await mailedLink(leaving, 2));
  await unfold(page, CHANGES);
  await press(page, "Annuler mon inscription");
  await expect(page.getByRole("heading", { level: 1, name: "Votre annulation est enregistrée" })).toBeVisible();
  await goBy(database, session, 6 * DAY);
  const day = [{ kind: "reminder-day", to: someone }];
  expect(await reminders()).toEqual([...week, ...day]);

  await goBy(database, session, 21.5 * HOUR);
  await registerAt(page, session.slug, late);
  await goBy(database, session, HOUR + 10);
  const hour = [late, someone].sort().map((to) => ({ kind: "reminder-hour", to }));
  expect(await reminders()).toEqual([...week, ...day, ...hour]);
  expect(await database.confirmed(session.slug)).toEqual([refusing, late, someone].sort());

  const [confirmation, reminder] = await mailsTo(late, 2);
  expect(confirmation?.subject).toContain("Mesurer ce qui change");
  expect(reminder?.subject).toContain("Tout à l’heure");
  const join = /https?:\/\/\S+\/rejoindre\/[\w-]{43}/.exec(reminder?.text ?? "")?.[0] ?? "";
  await page.goto(join);
  await expect(page.getByRole("button", { name: "Entrer dans la salle" })).toHaveCount(0);
  await goBy(database, session, 40);
  await page.goto(join);
  await expect(page.getByRole("button", { name: "Entrer dans la salle" })).toBeVisible();
});
