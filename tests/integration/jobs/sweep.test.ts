import { PgBoss } from "pg-boss";
import { expect, it } from "vitest";
import { sweep } from "#lib/jobs/sweep";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeRegistration, makeUser, makeWebinar } from "#tests/support/factories";

it("forgets ended sessions and what was kept long enough, and nothing else", async () => {
  const { id: userId } = await makeUser();
  const session = (name: string, expiresAt: Date) => ({ tokenHash: Buffer.from(name), userId, expiresAt });
  await db.userSession.createMany({ data: [session("ended", later(-1)), session("alive", later(HOUR))] });
  const old = await makeRegistration({ webinarId: (await makeWebinar({ startsAt: later(-200 * DAY) })).id });
  const recent = await makeRegistration();

  await sweep(new PgBoss(databaseUrl()), { deliver: false }, AT);

  const sessions = await db.userSession.findMany();
  expect(sessions.map(({ tokenHash }) => Buffer.from(tokenHash).toString())).toEqual(["alive"]);
  const anonymised = await db.registration.findMany({ where: { anonymisedAt: { not: null } } });
  expect(anonymised.map(({ id }) => id)).toEqual([old.id]);
  expect(recent.anonymisedAt).toBeNull();
});
