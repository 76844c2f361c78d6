import { afterEach, beforeEach, expect, test } from "vitest";
import { type Changes, LISTENER, listenToChanges } from "#lib/edge/page-cache/changes";
import { db } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";
import { AT } from "#tests/support/clock";
import { makeNeed, makePartnerLink, makeRegistration, makeTerm } from "#tests/support/factories";

let heard: (string | null)[];
let changes: Changes;
let told: () => void;

/** Resolves once something more is heard and `isSo`. */
const hearing = async (isSo: () => boolean): Promise<void> => {
  while (!isSo())
    await new Promise<void>((resolve) => {
      told = resolve;
    });
};

beforeEach(async () => {
  heard = [];
  told = () => {};
  const hear = (table: string | null) => {
    heard.push(table);
    told();
  };
  changes = listenToChanges({ changed: hear, deaf: () => hear(null) });
  await hearing(() => heard.includes(null));
});

afterEach(() => changes.stop());

test("a change is heard once it is committed, before whoever waits for it goes on", async () => {
  await makeNeed();
  await changes.caughtUp();
  heard.length = 0;
  await makeTerm();
  await changes.caughtUp();
  expect(heard).toEqual(["Term", "SearchEntry"]);
  await db
    .$transaction(async (tx) => {
      await tx.need.updateMany({ data: { title: "Autre" } });
      throw new Error("given up");
    })
    .catch(() => undefined);
  await changes.caughtUp();
  expect(heard).toEqual(["Term", "SearchEntry"]);
  await db.$transaction(async (tx) => {
    await tx.need.updateMany({ data: { title: "Autre" } });
    await changes.caughtUp();
    expect(heard).toEqual(["Term", "SearchEntry"]);
  });
  await changes.caughtUp();
  expect(heard).toEqual(["Term", "SearchEntry", "Need", "SearchEntry"]);
});

const heardOf = async (work: () => Promise<unknown>) => {
  await changes.caughtUp();
  heard.length = 0;
  await work();
  await changes.caughtUp();
  return heard;
};

test("what writes nothing, or the same, is not announced; what writes many rows is announced once", async () => {
  await makeTerm({ name: "Relais" });
  const renamed = (from: string, name: string) => () => db.term.updateMany({ where: { name: from }, data: { name } });
  expect(await heardOf(renamed("Personne", "Autre"))).toEqual([]);
  expect(await heardOf(() => db.$executeRaw`UPDATE "Term" SET "name" = "name"`)).toEqual([]);
  expect(await heardOf(() => db.term.deleteMany({ where: { name: "Personne" } }))).toEqual([]);
  expect(await heardOf(() => db.$executeRaw`INSERT INTO "Term" SELECT * FROM "Term" WHERE false`)).toEqual([]);
  expect(await heardOf(renamed("Relais", "Autre"))).toEqual(["Term", "SearchEntry"]);
  await Promise.all([makeTerm(), makeTerm(), makeTerm()]);
  expect(await heardOf(() => db.term.updateMany({ data: { name: "Même" } }))).toEqual(["Term", "SearchEntry"]);
  expect(await heardOf(() => db.term.deleteMany())).toEqual(["Term", "SearchEntry"]);
  expect(await heardOf(() => db.$executeRaw`TRUNCATE "Term"`)).toEqual(["Term"]);
});

test("of a registration, what no page shows is not announced", async () => {
  const { id } = await makeRegistration();
  const update = (data: Prisma.RegistrationUncheckedUpdateInput) => () =>
    db.registration.update({ where: { id }, data });
  expect(
    await heardOf(update({ presentAt: AT, remindersOffAt: AT, firstName: "Autre", surveyAnswered: true })),
  ).toEqual([]);
  expect(await heardOf(update({ status: "cancelled", cancelledAt: AT }))).toEqual(["Registration"]);
  const { id: partnerLinkId } = await makePartnerLink();
  expect(await heardOf(update({ partnerLinkId }))).toEqual(["Registration"]);
  expect(await heardOf(() => db.registration.delete({ where: { id } }))).toEqual(["Registration"]);
});

test("a table is watched when every way to change it is", async () => {
  for (const trigger of ["changed", "changed_values", "changed_whole"]) {
    await db.$executeRawUnsafe(`ALTER TABLE "Term" DISABLE TRIGGER ${trigger}`);
    const other = listenToChanges({ changed: () => {}, deaf: () => {} });
    await expect.poll(other.trusted, { timeout: 60_000 }).toBe(true);
    expect([trigger, other.unwatched().has("Term"), other.unwatched().has("Need")]).toEqual([trigger, true, false]);
    await other.stop();
    await db.$executeRawUnsafe(`ALTER TABLE "Term" ENABLE TRIGGER ${trigger}`);
  }
});

test("every table that is watched announces rows, not statements: SELECT announce_changes", async () => {
  const statements = await db.$queryRaw`
    SELECT tgrelid::regclass::text AS "table" FROM pg_trigger
    WHERE tgfoid = 'notify_change'::regproc AND tgtype & 1 = 0 AND tgtype & ${4 + 8 + 16}::int <> 0`;
  expect(statements).toEqual([]);
});

test("every table that the public pages read is watched", () => {
  expect([...changes.unwatched()]).not.toEqual(expect.arrayContaining(["Need"]));
  expect([...changes.unwatched()]).toEqual(expect.arrayContaining(["OutgoingMail", "User"]));
});

test("a connection that is lost is not trusted, and comes back distrusting what was kept", async () => {
  expect(changes.trusted()).toBe(true);
  heard.length = 0;
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${LISTENER}`;
  await hearing(() => heard.length === 1);
  expect(changes.trusted()).toBe(false);
  await makeNeed();
  await hearing(() => heard.length === 2);
  expect(heard).toEqual([null, null]);
  expect(changes.trusted()).toBe(true);
  await makeNeed();
  await changes.caughtUp();
  expect(heard.slice(2)).toContain("Need");
});
