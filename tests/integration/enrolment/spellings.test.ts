import { expect, test } from "vitest";
import { mergeSpellings } from "#lib/address-changes/spellings/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { sendLinks } from "#lib/enrolment/person/mutations";
import { db } from "#lib/platform/db";
import { registeredAmong } from "#lib/roster/additions/queries";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeCycle, makeEditor, makeQuestion, makeRegistration, makeUser, makeWebinar } from "#tests/support/factories";
import { enter, lineOf, mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const LETTERS = "contact@mairie-évry.fr";
const MACHINE = "contact@xn--mairie-vry-h7a.fr";

async function formerly(email: string, webinarId: string, more: Parameters<typeof makeRegistration>[0] = {}) {
  const { id: personId } = await db.person.create({ data: { email, emailKey: email, createdAt: AT } });
  return makeRegistration({ webinarId, personId, ...more });
}

test("one mailbox in two spellings of its host is one registration", async () => {
  const { id, slug } = await makeWebinar();
  await registered(slug, { email: LETTERS });
  expect(await enter(slug, { email: MACHINE }, later(HOUR * 2))).toMatchObject({ ok: true });
  expect(await db.registration.count()).toBe(1);
  expect(await registeredAmong(await makeEditor(), id, [MACHINE.toUpperCase()])).toHaveProperty("size", 1);
  await sendLinks(MACHINE, later(HOUR * 4));
  expect((await mails()).at(-1)).toMatchObject({ kind: "personal-links", to: LETTERS });
});

test("a key spelt in letters is spelt as machines do, and what waits to leave follows", async () => {
  const { id: webinarId } = await makeWebinar();
  await formerly(LETTERS, webinarId);
  await db.outgoingMail.create({
    data: { kind: "personal-links", to: LETTERS, emailKey: LETTERS, subject: "", text: "", html: "" },
  });
  await makeUser({ email: LETTERS });
  expect(await mergeSpellings(AT)).toBe(1);
  expect(await mergeSpellings(AT)).toBe(0);
  expect(await db.person.findMany({ where: { registrations: { some: {} } } })).toMatchObject([
    { email: LETTERS, emailKey: MACHINE },
  ]);
  expect(await db.outgoingMail.findMany()).toMatchObject([{ to: LETTERS, emailKey: MACHINE }]);
  expect(await db.user.findFirst({ where: { email: MACHINE } })).not.toBeNull();
});

test("two people of one mailbox become one, with the better of two seats; the other seat is offered", async () => {
  const { id: cycleId } = await makeCycle();
  const both = await makeWebinar({ cycleId, capacity: 2 });
  const alone = await makeWebinar({ cycleId });
  const kept = await formerly(MACHINE, both.id);
  const lost = await formerly(LETTERS, both.id, { presentAt: AT, certificateCode: "ABCD-EFGH-JKMN" });
  await makeRegistration({ webinarId: alone.id, personId: lost.personId });
  const answers = { firstName: "É", lastName: "V", profile: "association" } as const;
  for (const { personId } of [kept, lost])
    await db.cycleSubscription.create({ data: { ...answers, cycleId, personId: personId ?? "" } });
  await makeQuestion({ webinarId: both.id, registrationId: lost.id, text: "Et après ?" });
  await registered(both.slug, { email: "suite@exemple.fr" });
  const before = (await mails()).length;

  await Promise.all([mergeSpellings(AT), mergeSpellings(AT)]);
  expect(await mergeSpellings(AT)).toBe(0);
  expect(await db.person.count({ where: { emailKey: { in: [LETTERS, MACHINE] } } })).toBe(1);
  expect(await lineOf(both.id)).toMatchObject([
    { email: MACHINE, status: "confirmed" },
    { email: "suite@exemple.fr", status: "offered" },
  ]);
  expect(await db.registration.findUnique({ where: { id: kept.id } })).toMatchObject({
    presentAt: AT,
    certificateCode: "ABCD-EFGH-JKMN",
  });
  expect(await db.question.findFirst()).toMatchObject({ registrationId: kept.id });
  expect(await db.cycleSubscription.count()).toBe(1);
  expect((await mails()).slice(before).map(({ kind, to }) => [kind, to])).toEqual([
    ["seat-offered", "suite@exemple.fr"],
  ]);
  await sendLinks(LETTERS, AT);
  expect((await findRegistrations(await mailboxToken(MACHINE), AT))?.seats).toHaveLength(2);
});

test("of two seats alike, the older one is kept", async () => {
  const { id: webinarId } = await makeWebinar();
  await formerly(LETTERS, webinarId, { createdAt: later(HOUR) });
  const older = await formerly(MACHINE, webinarId, { createdAt: AT });
  await mergeSpellings(later(2 * HOUR));
  expect(await db.registration.findMany({ select: { id: true } })).toEqual([{ id: older.id }]);
});
