import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { foundPeople, listPeople } from "#lib/roster/people/queries";
import { peopleQuery } from "#lib/roster/people/schema";
import { addToSession, correctName, correctPersonAddress, resendLinks } from "#lib/roster/person/mutations";
import { findPerson, openSessions } from "#lib/roster/person/queries";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import {
  makeCycle,
  makeEditor,
  makeMail,
  makePerson,
  makeQuestion,
  makeRegistration,
  makeWebinar,
  unknownId,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const listed = async (query: Record<string, string> = {}) =>
  listPeople(await makeEditor(), peopleQuery.parse(query), AT);
const found = async (q: string, etat = "") => (await listed({ q, etat })).items.map(({ email }) => email).toSorted();

const someone = (email: string, firstName: string, lastName: string, more = {}) =>
  makeRegistration({ email, firstName, lastName, ...more });
const personOf = async (email: string) => (await db.person.findUniqueOrThrow({ where: { emailKey: email } })).id;
const MARIE = "m.curie@exemple.fr";

describe("people are found", () => {
  test("by words in any order, without accents, from a part of a name, an address or an organisation", async () => {
    await someone(MARIE, "Marie", "Skłodowska-Curie", { organisation: "L’École du Littoral" });
    await someone("jeanne@ailleurs.fr", "Jeanne", "Élan");
    for (const q of ["curie marie", "CURIE", "sklodow", "m.curie", "exemple littor", "ecole", "Marie  ,curie;"])
      expect([q, await found(q)]).toEqual([q, [MARIE]]);
    expect(await found("elan")).toEqual(["jeanne@ailleurs.fr"]);
    expect(await found("marie elan")).toEqual([]);
    expect(await found("m.curie@EXEMPLE.fr")).toEqual([MARIE]);
    expect(await found("")).toHaveLength(2);
  });

  test("by a short word only where a name begins with it, and a letter beside a longer word says nothing", async () => {
    await someone(MARIE, "Li", "Wang");
    await someone("olivier@exemple.fr", "Olivier", "Angot");
    expect(await found("li")).toEqual([MARIE]);
    expect(await found("M. wang")).toEqual([MARIE]);
    expect(await found("w")).toEqual([MARIE]);
  });

  test("by signs that mean something to the database, as they are", async () => {
    await someone("100%_moi@exemple.fr", "A", "Autre");
    await someone(MARIE, "B", "Autre");
    expect(await found("100%_moi@exemple.fr")).toEqual(["100%_moi@exemple.fr"]);
    expect(await found("_moi")).toEqual(["100%_moi@exemple.fr"]);
  });

  test("under every name that they ever gave, whoever follows a cycle or the portal without a seat too", async () => {
    await someone(MARIE, "Marie", "Curie");
    await someone(MARIE, "Marie", "Joliot", { createdAt: later(DAY) });
    const { id: cycleId } = await makeCycle();
    const personId = await makePerson("suit@exemple.fr");
    const follower = { firstName: "Paul", lastName: "Fidèle", profile: "citizen" } as const;
    await db.cycleSubscription.create({ data: { ...follower, cycleId, personId } });
    await makePerson("muette@exemple.fr");
    expect(await found("curie")).toEqual([MARIE]);
    expect((await listed({ q: "curie" })).items).toMatchObject([{ lastName: "Joliot", sessions: 2 }]);
    expect((await listed({ q: "fidele" })).items).toMatchObject([{ firstName: "Paul", sessions: 0, seat: null }]);
    expect((await listed({ q: "muette" })).items).toMatchObject([{ lastName: null, organisation: null }]);
  });

  test("not once they are anonymised", async () => {
    await makeRegistration({ firstName: "", lastName: "", anonymisedAt: AT });
    expect((await listed()).total).toBe(0);
  });

  test("by where they stand", async () => {
    const past = await makeWebinar({ startsAt: later(-DAY) });
    const coming = await makeWebinar();
    const cancelled = await makeWebinar({ cancelledAt: AT });
    await makeRegistration({ email: "vient@exemple.fr", webinarId: coming.id });
    await makeRegistration({ email: "attend@exemple.fr", webinarId: coming.id, status: "waiting", waitlistRank: 1 });
    await makeRegistration({ email: "venue@exemple.fr", webinarId: past.id, presentAt: AT, newsletterAt: AT });
    await makeRegistration({ email: "annulee@exemple.fr", webinarId: cancelled.id });
    const digest = { id: unknownId(), tokenHash: new Uint8Array([1]), choices: ["tout"], askedAt: AT };
    await db.digestSubscription.create({
      data: { ...digest, confirmedAt: AT, personId: await makePerson("suit@exemple.fr") },
    });
    expect(await found("", "vient")).toEqual(["vient@exemple.fr"]);
    expect(await found("", "attend")).toEqual(["attend@exemple.fr"]);
    expect(await found("", "venue")).toEqual(["venue@exemple.fr"]);
    expect(await found("", "lettre")).toEqual(["venue@exemple.fr"]);
    expect(await found("", "suit")).toEqual(["suit@exemple.fr"]);
    expect(await found("", "plombier")).toHaveLength(5);
  });

  test("by a last message that was refused or came back, until a later one is accepted", async () => {
    await someone(MARIE, "Marie", "Curie");
    await someone("b@exemple.fr", "B", "B");
    await makeMail({ to: MARIE, emailKey: MARIE, status: "failed", lastError: "550 5.1.1" });
    await makeMail({ to: "b@exemple.fr", emailKey: "b@exemple.fr", status: "sent", bouncedAt: AT });
    expect(await found("", "refus")).toEqual(["b@exemple.fr", MARIE]);
    expect((await listed({ q: "curie" })).items).toMatchObject([{ refused: true }]);
    await makeMail({ to: MARIE, emailKey: MARIE, status: "sent" });
    expect(await found("", "refus")).toEqual(["b@exemple.fr"]);
  });

  test("with the next session where they count, else the nearest; page by page, the last one past the end", async () => {
    const { id } = await makeWebinar({ title: "La prochaine", startsAt: later(9 * DAY) });
    const gone = await makeWebinar({ title: "Quittée", startsAt: later(DAY) });
    const past = await makeWebinar({ title: "Passée", startsAt: later(-2 * DAY), attendanceCompleteAt: AT });
    for (const [webinarId, status] of [
      [id, "confirmed"],
      [gone.id, "cancelled"],
      [past.id, "confirmed"],
    ] as const)
      await makeRegistration({ email: MARIE, webinarId, status });
    const { items, page } = await listed({ page: "9" });
    expect(page).toBe(1);
    expect(items).toMatchObject([{ seat: { title: "La prochaine", startsAt: later(9 * DAY), status: "confirmed" } }]);
    await db.webinar.update({ where: { id }, data: { startsAt: later(-5 * DAY) } });
    expect((await listed()).items).toMatchObject([{ seat: { title: "Quittée" } }]);
  });
});

test("people come in pages of fifty, the latest known first", async () => {
  const emails = Array.from({ length: 52 }, (_, rank) => `personne-${rank}@exemple.fr`);
  await db.person.createMany({
    data: emails.map((email, rank) => ({ email, emailKey: email, createdAt: later(-((rank * 25) % 52)) })),
  });
  const sorted = emails.toSorted((a, b) => ((emails.indexOf(a) * 25) % 52) - ((emails.indexOf(b) * 25) % 52));
  const read = async (page: string) => (await listed({ page })).items.map(({ email }) => email);
  expect([await read("1"), await read("2")]).toEqual([sorted.slice(0, 50), sorted.slice(50)]);
  const first = await foundPeople(await makeEditor(), { q: "personne", etat: undefined }, { limit: 2 }, AT);
  expect(first.map(({ email }) => email)).toEqual(sorted.slice(0, 2));
});

describe("one person", () => {
  test("is shown with every session, message, question and consent", async () => {
    const past = await makeWebinar({ startsAt: later(-DAY), attendanceCompleteAt: AT });
    const { id: webinarId, slug } = await makeWebinar({ capacity: 1 });
    await registered(slug);
    await registered(slug, { email: MARIE, question: "Et après ?", newsletter: true });
    await makeRegistration({ email: MARIE, webinarId: past.id, presentAt: later(-DAY), presentMinutes: 54 });
    await makeMail({ to: MARIE, emailKey: MARIE, status: "failed", lastError: "550 5.1.1 no" });
    const person = await findPerson(await makeEditor(), await personOf(MARIE));
    expect(person).toMatchObject({
      email: MARIE,
      newsletter: { notice: expect.stringContaining("lettre") },
      remindersOffAt: null,
      heldSince: null,
      mailCount: 2,
      mails: [
        { status: "failed", lastError: "550 5.1.1 no" },
        { kind: "registration-waiting", status: "queued" },
      ],
      seats: [
        { webinar: { id: webinarId }, status: "waiting", position: 1, questions: [{ text: "Et après ?" }] },
        { webinar: { id: past.id }, presentMinutes: 54, attendanceComplete: true },
      ],
    });
    expect(await findPerson(await makeEditor(), unknownId())).toBeNull();
  });

  test("has her questions as they were asked, her cycles and her messages the latest first, fifty of these", async () => {
    const { id: webinarId } = await makeWebinar();
    const { id: registrationId } = await makeRegistration({ email: MARIE, webinarId });
    const [editor, personId] = [await makeEditor(), await personOf(MARIE)];
    await expectOrder(
      ["Un ?", "Deux ?", "Trois ?"],
      (text, rank) => makeQuestion({ text, webinarId, registrationId, createdAt: later(rank) }),
      async () => ((await findPerson(editor, personId))?.seats[0]?.questions ?? []).map(({ text }) => text),
    );
    await expectOrder(
      ["2029", "2028", "2027"],
      async (title, rank) => {
        const { id: cycleId } = await makeCycle({ title });
        const name = { firstName: "Marie", lastName: "Curie", profile: "citizen" } as const;
        await db.cycleSubscription.create({ data: { ...name, cycleId, personId, createdAt: later(-rank) } });
      },
      async () => ((await findPerson(editor, personId))?.cycles ?? []).map(({ title }) => title),
    );
    const mail = { kind: "digest", to: MARIE, emailKey: MARIE, text: "", html: "" };
    const subjects = Array.from({ length: 51 }, (_, rank) => `${rank}`);
    for (const subject of subjects) await makeMail({ ...mail, subject });
    const { mails = [], mailCount } = (await findPerson(editor, personId)) ?? {};
    expect([mailCount, mails.map(({ subject }) => subject)]).toEqual([51, subjects.toReversed().slice(0, 50)]);
  });

  test("may be registered at the sessions to come where she has no place", async () => {
    await makeWebinar({ startsAt: later(-DAY) });
    await makeWebinar({ publishedAt: null });
    const { id: webinarId } = await makeWebinar({ capacity: 1 });
    const { id: left } = await makeWebinar({ startsAt: later(20 * DAY) });
    await makeRegistration({ email: MARIE, lastName: "Curie", webinarId: left, status: "cancelled" });
    const [editor, id] = [await makeEditor(), await personOf(MARIE)];
    expect((await openSessions(editor, id, AT)).map((one) => one.id)).toEqual([webinarId, left]);
    expect(await addToSession(editor, id, webinarId, AT)).toBe("registered");
    expect(await openSessions(editor, id, AT)).toMatchObject([{ id: left }]);
    expect(await db.registration.findFirst({ where: { webinarId } })).toMatchObject({
      lastName: "Curie",
      origin: "editor",
    });
    expect(await addToSession(editor, id, unknownId(), AT)).toBe("refused");
    expect(await addToSession(editor, unknownId(), webinarId, AT)).toBe("refused");
  });
});

describe("the links of a person", () => {
  test("are sent again in one message, which opens what they have, and the journal says so", async () => {
    const { slug } = await makeWebinar();
    await registered(slug, { email: MARIE });
    const [editor, id] = [await makeEditor(), await personOf(MARIE)];
    expect(await resendLinks(editor, id, later(MINUTE))).toEqual({ ok: true, held: false });
    expect((await mails()).filter(({ kind }) => kind === "personal-links")).toMatchObject([{ to: MARIE }]);
    expect(await mailboxToken(MARIE)).toHaveLength(43);
    expect(await db.auditEntry.findMany({ where: { action: "person.resend" } })).toMatchObject([
      { userId: editor.userId, noun: "person", target: id },
    ]);
  });

  test("are held once she was written to very often, and the team is told", async () => {
    const { slug } = await makeWebinar();
    await registered(slug, { email: MARIE });
    const [editor, id] = [await makeEditor(), await personOf(MARIE)];
    const outcomes = [];
    for (let press = 0; press < 7; press += 1) outcomes.push(await resendLinks(editor, id, later(press)));
    expect(outcomes.at(0)).toEqual({ ok: true, held: false });
    expect(outcomes.at(-1)).toEqual({ ok: true, held: true });
    expect(await findPerson(editor, id)).toMatchObject({ heldSince: expect.any(Date) });
  });

  test("are none for whoever is registered nowhere", async () => {
    expect(await resendLinks(await makeEditor(), await makePerson(MARIE), AT)).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe("who a person is", () => {
  test("a name is corrected wherever it stands, and nobody else’s", async () => {
    const seat = await makeRegistration({ email: MARIE, lastName: "Curi" });
    await makeRegistration({ email: "b@exemple.fr", lastName: "Curi" });
    const personId = await personOf(MARIE);
    const [{ id: cycleId }, editor] = [await makeCycle(), await makeEditor()];
    await db.cycleSubscription.create({
      data: { cycleId, personId, firstName: "Mari", lastName: "Curi", profile: "citizen" },
    });
    const name = { firstName: "Marie", lastName: "Curie" };
    expect(await correctName(editor, personId, name, AT)).toEqual({ ok: true });
    expect(await db.registration.findUnique({ where: { id: seat.id } })).toMatchObject(name);
    expect(await db.cycleSubscription.findFirst()).toMatchObject(name);
    expect(await db.registration.count({ where: { lastName: "Curi" } })).toBe(1);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "person.update", target: personId, details: { fields: ["firstName", "lastName"] } },
    ]);
    expect(await correctName(editor, unknownId(), name, AT)).toEqual({ ok: false, reason: "unknown" });
  });

  test("an address is corrected, alone or into somebody who is known, and refused where both have a seat", async () => {
    const { id: webinarId } = await makeWebinar();
    await makeRegistration({ email: MARIE, webinarId });
    await makeRegistration({ email: "double@exemple.fr", webinarId });
    await makeRegistration({ email: "connue@exemple.fr" });
    const [editor, id, known] = [await makeEditor(), await personOf(MARIE), await personOf("connue@exemple.fr")];
    const to = (email: string, personId = id) => correctPersonAddress(editor, personId, email, AT);
    expect(await to("double@exemple.fr")).toEqual({ ok: false, reason: "held" });
    expect(await to("juste@exemple.fr")).toEqual({ ok: true, personId: id });
    expect(await to("juste@exemple.fr")).toEqual({ ok: true, personId: id });
    expect(await to("connue@exemple.fr")).toEqual({ ok: true, personId: known });
    expect(await to("autre@exemple.fr")).toEqual({ ok: false, reason: "unknown" });
    expect(await db.auditEntry.count({ where: { action: "person.readdress" } })).toBe(2);
    const silent = await makePerson("muette@exemple.fr");
    expect(await to("muette@ailleurs.fr", silent)).toEqual({ ok: true, personId: silent });
  });
});
