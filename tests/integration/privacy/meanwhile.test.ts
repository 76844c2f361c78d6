import { expect, test } from "vitest";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { register } from "#lib/enrolment/mutations";
import { askFromPage } from "#lib/enrolment/seat/mutations";
import { writeMessage } from "#lib/notices/mutations";
import { recipientsAmong } from "#lib/notices/variables/queries";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { applyRetention } from "#lib/privacy/mutations";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeCycle, makeQuestion, makeRegistration, makeWebinar } from "#tests/support/factories";
import { waiting } from "#tests/support/locks";
import { input, mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";
import { tracesOf } from "#tests/support/traces";

/** What happens to a person's data at the very instant when they are erased, or out of sight. */

withQueues();

const ADDRESS = "elodie@exemple.fr";

/** When the next sweep comes: at once, or after a worker that was away. */
const SWEEPS = [MINUTE, 23 * HOUR];

test.each(SWEEPS)(
  "a message that is leaving is not waited for; the next sweep (%d ms later) removes it",
  async (pause) => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const token = await mailboxToken();
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" FOR UPDATE`;
      expect(await eraseToTheEnd(token, AT)).toEqual({ ok: true });
    });
    expect(await tracesOf([ADDRESS])).toEqual(['public."OutgoingMail"']);
    await applyRetention(later(pause));
    expect(await tracesOf([ADDRESS])).toEqual([]);
  },
);

test.each(SWEEPS)("a link or a message written for someone just gone is removed %d ms later", async (pause) => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const { id } = await db.registration.findFirstOrThrow();
  await eraseToTheEnd(await mailboxToken(), AT);
  const late = { kind: "reminder-day", to: ADDRESS, emailKey: ADDRESS, subject: "", text: "", html: "" };
  await db.outgoingMail.create({ data: { ...late, registrationId: id, createdAt: AT } });
  await db.registrationLink.create({
    data: { tokenHash: Buffer.from("1"), createdAt: AT, grants: { create: { registrationId: id, scope: "join" } } },
  });
  await applyRetention(later(pause));
  expect(await tracesOf([ADDRESS])).toEqual([]);
  expect(await db.registrationLink.count()).toBe(0);
});

test.each(["erased", "brought in"])("whoever follows a cycle, first %s, does not come back", async (first) => {
  const cycle = await makeCycle();
  const { slug } = await makeWebinar({ cycleId: cycle.id });
  await register([slug], input(), { wholeCycle: true }, AT);
  const token = await mailboxToken();
  const added = await makeWebinar({ cycleId: cycle.id, startsAt: later(20 * DAY) });
  const acts = [() => eraseToTheEnd(token, AT), () => addCycleWebinars(AT)];
  const done: Promise<unknown>[] = [];
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Webinar" WHERE "id" = ${added.id}::uuid FOR UPDATE`;
    for (const act of first === "erased" ? acts : acts.reverse()) {
      done.push(act());
      await waiting(done.length);
    }
  });
  await Promise.all(done);
  expect(await tracesOf([ADDRESS])).toEqual([]);
});

test("everything at once by several people leaves nobody waiting for another", async () => {
  const { slug } = await makeWebinar({ capacity: 3 });
  const people = Array.from({ length: 8 }, (_, index) => `p${index}@exemple.fr`);
  for (const email of people) await registered(slug, { email });
  const tokens = await Promise.all(people.map((email) => mailboxToken(email)));
  await Promise.all(tokens.map((token) => eraseToTheEnd(token, AT)));
  expect(await db.registration.groupBy({ by: ["status"], _count: true })).toEqual([{ status: "cancelled", _count: 8 }]);
  expect(await mails()).toEqual([]);
});

test("what was asked without a name goes with the session; the act is noted, not the people", async () => {
  const webinar = await makeWebinar({ startsAt: later(-200 * DAY) });
  await makeRegistration({ webinarId: webinar.id });
  await makeQuestion({ webinarId: webinar.id, text: "Et la mienne ?" });
  await applyRetention(keptUntil("identity", webinar.startsAt));
  expect(await db.question.count()).toBe(0);
  expect(await db.auditEntry.findMany()).toMatchObject([
    { action: "registrants.anonymise", target: webinar.id, userId: null, details: { count: 1 } },
  ]);
  await applyRetention(AT);
  expect(await db.auditEntry.count()).toBe(1);
});

test("what was asked without a name, or read from a report, goes where nobody is registered any more", async () => {
  const startsAt = later(-200 * DAY);
  const [asked, reported] = [await makeWebinar({ startsAt }), await makeWebinar({ startsAt })];
  await makeQuestion({ webinarId: asked.id, text: "Signé Élodie ?" });
  const rows = [{ name: "Élodie D’Arc", email: ADDRESS }];
  await db.attendanceImport.create({ data: { webinarId: reported.id, fileName: "releve.csv", rows } });
  await applyRetention(keptUntil("identity", startsAt));
  expect(await tracesOf(["Élodie"])).toEqual([]);
});

test("examples that the team sent to itself do not outlive a month, nor whoever they may be about", async () => {
  const example = {
    kind: "reminder-day",
    to: "equipe@exemple.fr",
    subject: "[Essai]",
    text: "Bonjour Élodie",
    html: "",
  };
  const write = (status: "sent" | "queued" = "sent") =>
    db.outgoingMail.create({ data: { ...example, status, createdAt: AT } });
  await write();
  // Without a mail server, they wait for ever.
  await write("queued");
  await applyRetention(later(29 * DAY));
  expect(await db.outgoingMail.count()).toBe(2);
  await applyRetention(later(31 * DAY));
  expect(await db.outgoingMail.count()).toBe(0);

  const { slug } = await makeWebinar();
  await registered(slug);
  await write();
  await write("queued");
  const { id: leaving } = await write("queued");
  const token = await mailboxToken();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "id" = ${leaving}::uuid FOR UPDATE`;
    expect(await eraseToTheEnd(token, later(MINUTE))).toEqual({ ok: true });
  });
  expect(await db.outgoingMail.findMany({ select: { id: true } })).toEqual([{ id: leaving }]);
});

test("a question that comes while its author is erased is not kept", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const token = await mailboxToken();
  const done: Promise<unknown>[] = [];
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Registration" FOR UPDATE`;
    for (const act of [() => eraseToTheEnd(token, AT), () => askFromPage(token, slug, "Qui suis-je ?", AT)]) {
      done.push(act());
      await waiting(done.length);
    }
  });
  expect((await Promise.all(done)).at(-1)).toEqual({ ok: false, reason: "unknown" });
  expect(await db.question.count()).toBe(0);
});

test("an erasure and a message to the same person wait in one order, and the message goes too", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const token = await mailboxToken();
  const { id } = await db.registration.findFirstOrThrow();
  const erasure = await db.$transaction(async (tx) => {
    await recipientsAmong(tx, [id]);
    const done = eraseToTheEnd(token, AT);
    await waiting(1);
    expect(await writeMessage(tx, "reminder-day", id, { at: AT })).toBe(true);
    return { done };
  });
  expect(await erasure.done).toEqual({ ok: true });
  expect(await tracesOf([ADDRESS])).toEqual([]);
});
