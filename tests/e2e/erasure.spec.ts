import { readFile } from "node:fs/promises";
import path from "node:path";
import { axeFaults } from "#tests/support/axe";
import { expect, mailsTo, test } from "#tests/support/journey";
import { comingSession, mailedLink, registerAt, unfold } from "#tests/support/personal-link";
import { OUTPUT } from "#tests/support/portal";
import type { Witness } from "#tests/support/witness";

/** The tables of the portal and of its jobs where a word stands, in whatever column. */
async function tracesOf(database: Witness, word: string): Promise<string[]> {
  const tables = await database.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS "name" FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.rows(
      `SELECT 1 FROM ${name} t WHERE strpos(lower(to_jsonb(t)::text), lower($1)) > 0 LIMIT 1`,
      [word],
    );
    if (rows.length) found.push(name);
  }
  return found;
}

test("from any message: what is held, in a file, then nothing left anywhere", async ({
  page,
  guard,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  const { slug } = await comingSession(database, 1);
  const next = someone.replace("@", ".suivante@");
  const screen = await registerAt(page, slug, someone);
  await registerAt(page, slug, next);
  const link = await mailedLink(someone);
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText("1 inscription et 1 message");
  await unfold(page, "Mes données");
  const file = await page.getByRole("link", { name: /Télécharger mes données/ }).getAttribute("href");
  const held = await request.get(file ?? "");
  expect(held.headers()).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  expect(await held.json()).toMatchObject({ registrations: [{ email: someone }], messages: [{ to: someone }] });

  await page.getByText("Effacer mes données", { exact: true }).first().click();
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  const erase = page.getByRole("button", { name: "Effacer mes données" });
  await erase.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Cochez la case");
  expect(await tracesOf(database, someone)).not.toEqual([]);
  await page.getByRole("checkbox", { name: /Oui, je veux effacer/ }).check();
  await erase.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("C’est fait : vos données sont effacées");

  // The message that proves it stands there until it has left, then nothing does.
  const elsewhere = (await tracesOf(database, someone)).filter((table) => table !== 'public."OutgoingMail"');
  expect(elsewhere).toEqual([]);
  const messages = await database.rows(`SELECT "kind" FROM "OutgoingMail" WHERE "to" = $1`, [someone]);
  expect(messages.filter(({ kind }) => kind !== "person-erased")).toEqual([]);
  expect((await mailsTo(someone, 2)).map(({ subject }) => subject)).toContainEqual(expect.stringContaining("effac"));
  expect(await readFile(path.join(OUTPUT, "portal.log"), "utf8")).not.toContain(someone);
  expect((await database.places(slug)).map(({ status }) => status)).toEqual(["cancelled", "offered"]);

  guard.allow(/404/);
  for (const address of [link, screen]) expect((await page.goto(address))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre aucune inscription");
});
