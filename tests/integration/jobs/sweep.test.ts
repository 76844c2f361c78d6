import { PgBoss } from "pg-boss";
import { describe, expect, test } from "vitest";
import { sweep } from "#lib/jobs/sweep";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makePerson, makeRegistration, makeUser, makeWebinar } from "#tests/support/factories";
import { lineOf, mails, withQueues } from "#tests/support/registrations";

withQueues();

const pass = (at = AT) => sweep(new PgBoss(databaseUrl()), { deliver: false }, at);

describe("the sweep forgets", () => {
  test("ended sessions and what was kept long enough, and nothing else", async () => {
    const { id: userId } = await makeUser();
    const session = (name: string, expiresAt: Date) => ({ tokenHash: Buffer.from(name), userId, expiresAt });
    await db.userSession.createMany({ data: [session("ended", later(-1)), session("alive", later(HOUR))] });
    const old = await makeRegistration({ webinarId: (await makeWebinar({ startsAt: later(-200 * DAY) })).id });
    const recent = await makeRegistration();

    await pass();

    const sessions = await db.userSession.findMany();
    expect(sessions.map(({ tokenHash }) => Buffer.from(tokenHash).toString())).toEqual(["alive"]);
    const anonymised = await db.registration.findMany({ where: { anonymisedAt: { not: null } } });
    expect(anonymised.map(({ id }) => id)).toEqual([old.id]);
    expect(recent.anonymisedAt).toBeNull();
  });

  test("attendance reports read a week ago, and counters that are spent", async () => {
    const { id: webinarId } = await makeWebinar();
    const report = (fileName: string, createdAt: Date) => ({ webinarId, fileName, rows: [], createdAt });
    await db.attendanceImport.createMany({ data: [report("old", later(-8 * DAY)), report("recent", later(-6 * DAY))] });
    const counter = (key: string, expire: Date) => ({ key, points: 1, expire });
    const real = new Date();
    await db.rateLimiterFlexible.createMany({
      data: [counter("spent", later(-HOUR, real)), counter("running", later(HOUR, real))],
    });

    await pass();

    expect((await db.attendanceImport.findMany()).map(({ fileName }) => fileName)).toEqual(["recent"]);
    expect((await db.rateLimiterFlexible.findMany()).map(({ key }) => key)).toEqual(["running"]);
  });
});

test("the sweep passes an unanswered offer on to the next in line", async () => {
  const { id: webinarId } = await makeWebinar({ capacity: 1 });
  const late = { status: "offered", waitlistRank: 1, offerExpiresAt: AT, email: "un@exemple.fr" } as const;
  await makeRegistration({ webinarId, ...late });
  await makeRegistration({ webinarId, status: "waiting", waitlistRank: 2, email: "deux@exemple.fr" });

  await pass(later(-1));
  expect((await lineOf(webinarId)).map(({ status }) => status)).toEqual(["offered", "waiting"]);
  await pass();
  const statuses = Object.fromEntries((await lineOf(webinarId)).map(({ email, status }) => [email, status]));
  expect(statuses).toEqual({ "un@exemple.fr": "expired", "deux@exemple.fr": "offered" });
  expect((await mails()).map(({ kind }) => kind)).toEqual(["offer-expired", "seat-offered"]);
});

test("the sweep registers whoever follows a cycle to its new sessions, once", async () => {
  const { id: webinarId, cycleId } = await makeWebinar();
  const person = { firstName: "Camille", lastName: "Roy", profile: "association" } as const;
  const email = "camille@exemple.fr";
  await db.cycleSubscription.create({ data: { cycleId, ...person, personId: await makePerson(email) } });
  await pass();
  await pass();
  expect(await lineOf(webinarId)).toMatchObject([{ email, status: "confirmed" }]);
  expect((await mails()).map(({ kind }) => kind)).toEqual(["cycle-session-added"]);
});

test("a task that fails stops none of the others", async () => {
  const { id: webinarId } = await makeWebinar({ startsAt: later(HOUR) });
  await makeRegistration({ webinarId });
  const { id: userId } = await makeUser();
  await db.userSession.create({ data: { tokenHash: Buffer.from("ended"), userId, expiresAt: later(-1) } });
  await db.$executeRaw`ALTER TABLE "CycleSubscription" RENAME TO "Gone"`;
  try {
    await pass();
  } finally {
    await db.$executeRaw`ALTER TABLE "Gone" RENAME TO "CycleSubscription"`;
  }
  expect((await mails()).map(({ kind }) => kind)).toEqual(["reminder-hour"]);
  expect(await db.userSession.count()).toBe(0);
});
