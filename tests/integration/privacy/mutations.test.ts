import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { anonymiseExpired } from "#lib/privacy/mutations";
import { AT, DAY, later } from "#tests/support/clock";
import { makeRegistration, makeWebinar } from "#tests/support/factories";

const NAME = "Éléonore";
const sessionOf = async (daysAgo: number) => (await makeWebinar({ startsAt: later(-daysAgo * DAY) })).id;

const personal = {
  firstName: NAME,
  lastName: NAME,
  email: "eleonore@exemple.fr",
  organisation: NAME,
  territory: NAME,
  question: NAME,
  accessNeeds: "Sous-titres",
};

async function registered(webinarId: string) {
  const { id } = await makeRegistration({ ...personal, webinarId });
  await db.registrationLink.create({ data: { tokenHash: Buffer.from(id), registrationId: id, scope: "owner" } });
  const mail = { kind: "registration-confirmed", to: personal.email, subject: NAME, text: NAME, html: NAME };
  await db.outgoingMail.create({ data: { ...mail, registrationId: id } });
  return id;
}

const dump = async () => {
  const rows = await Promise.all([
    db.registration.findMany(),
    db.outgoingMail.findMany(),
    db.registrationLink.findMany(),
  ]);
  return JSON.stringify(rows);
};

describe("anonymiseExpired", () => {
  it("leaves nothing that designates the person, and every count", async () => {
    const webinarId = await sessionOf(190);
    await registered(webinarId);
    await makeRegistration({ webinarId, status: "cancelled", profile: "elected_official" });
    const count = () =>
      db.registration.groupBy({ by: ["status", "profile"], _count: true, orderBy: { status: "asc" } });
    const before = await count();

    expect(await anonymiseExpired(AT)).toBe(2);
    expect(await dump()).not.toMatch(/éléonore|eleonore|sous-titres/i);
    expect(await count()).toEqual(before);
    expect(await anonymiseExpired(AT)).toBe(0);
  });

  it("removes access needs after a month, and the rest only later", async () => {
    const id = await registered(await sessionOf(31));
    expect(await anonymiseExpired(AT)).toBe(0);
    expect(await db.registration.findUnique({ where: { id } })).toMatchObject({ firstName: NAME, accessNeeds: null });
  });

  it("leaves recent and coming sessions alone", async () => {
    const id = await registered(await sessionOf(29));
    const coming = await registered(await sessionOf(-3));
    await anonymiseExpired(AT);
    const kept = await db.registration.findMany({ where: { id: { in: [id, coming] } } });
    expect(kept.map((row) => row.accessNeeds)).toEqual(["Sous-titres", "Sous-titres"]);
  });
});
