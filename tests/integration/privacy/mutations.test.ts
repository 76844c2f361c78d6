import { describe, expect, it, test } from "vitest";
import { markPresent } from "#lib/attendance/mutations";
import { register } from "#lib/enrolment/mutations";
import { forgetFarewells } from "#lib/notices/farewell/mutations";
import { NEWSLETTER } from "#lib/people/labels";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { COLUMNS } from "#lib/privacy/columns";
import { applyRetention, eraseForEditor, exportForEditor } from "#lib/privacy/mutations";
import { exportPerson } from "#lib/privacy/queries";
import { erasedColumns } from "#lib/privacy/rules";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import {
  makeCycle,
  makeEditor,
  makeMail,
  makePartnerLink,
  makePerson,
  makeRegistration,
  makeWebinar,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { input, mailboxToken, registered, seatOf, withQueues } from "#tests/support/registrations";
import { columnsWith, tracesOf } from "#tests/support/traces";

withQueues();

const PERSON = {
  firstName: "Éléonore",
  lastName: "Quatrevaux",
  email: "eleonore.q@exemple.fr",
  organisation: "La Fabrique du Val",
  territory: "Val-Perdu",
  question: "Eléonore demande-t-elle trop ?",
  accessNeeds: "Une boucle magnétique",
  newsletter: true,
} as const;
const WORDS = [
  NEWSLETTER,
  "Éléonore",
  "Quatrevaux",
  "eleonore",
  "Fabrique du Val",
  "Val-Perdu",
  "demande-t-elle",
  "magnétique",
];

/** A person with everything that a life on the portal leaves behind: a cycle, a presence, a report, an announcement. */
async function lived() {
  const cycle = await makeCycle();
  const session = await makeWebinar({ cycleId: cycle.id });
  const next = await makeWebinar({ cycleId: cycle.id, startsAt: later(40 * DAY), capacity: 1 });
  const { code } = await makePartnerLink({ webinarId: session.id, partner: "La Région", code: "region" });
  await register([session.slug], input(PERSON), { wholeCycle: true, partnerLink: code }, AT);
  const token = await mailboxToken(PERSON.email);
  const seat = await db.registration.findFirstOrThrow({ where: { webinarId: session.id } });
  await db.$transaction((tx) =>
    markPresent(tx, seat.id, { at: later(MINUTE, session.startsAt), source: "join", minutes: 50 }),
  );
  const rows = [{ name: "Éléonore Quatrevaux", email: PERSON.email }];
  await db.attendanceImport.create({ data: { webinarId: session.id, fileName: "releve.csv", rows } });
  await db.outgoingMail.create({
    data: {
      kind: "announcement",
      to: PERSON.email,
      emailKey: PERSON.email,
      subject: "Éléonore",
      text: "",
      html: "",
      lastError: `550 <${PERSON.email}> unknown`,
    },
  });
  return { session, next, token, cycle };
}

const counts = async () => ({
  rows: await db.registration.groupBy({ by: ["webinarId", "profile"], _count: true, orderBy: { webinarId: "asc" } }),
  present: await db.registration.count({ where: { presentAt: { not: null }, presentMinutes: 50 } }),
  partners: await db.registration.count({ where: { partnerLink: { partner: "La Région" } } }),
});

describe("the right to be forgotten", () => {
  it("leaves nothing that designates the person, anywhere, and every count", async () => {
    const { token } = await lived();
    const before = await counts();
    expect(await tracesOf(WORDS)).not.toEqual([]);
    expect(await eraseToTheEnd(token, later(20 * DAY))).toEqual({ ok: true });
    expect(await tracesOf(WORDS)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await eraseToTheEnd(token, later(20 * DAY))).toEqual({ ok: false, reason: "unknown" });
  });

  it("gives the coming seats to who waits, and writes to nobody who is gone", async () => {
    const { next, token } = await lived();
    await registered(next.slug, { email: "suivant@exemple.fr" });
    await eraseToTheEnd(token, AT);
    expect(await seatOf(await mailboxToken("suivant@exemple.fr"))).toMatchObject({ state: "offered" });
    expect(await db.outgoingMail.count({ where: { to: PERSON.email } })).toBe(0);
  });

  it("keeps what others said and are", async () => {
    const { session, token } = await lived();
    const other = await registered(session.slug, { email: "autre@exemple.fr", question: "Et moi ?" });
    await eraseToTheEnd(token, AT);
    expect(await seatOf(other)).toMatchObject({ state: "confirmed" });
    expect(await db.question.findMany()).toMatchObject([{ text: "Et moi ?" }]);
    expect(await db.outgoingMail.count({ where: { to: "autre@exemple.fr" } })).toBe(1);
  });

  it("is noted in the journal without a name", async () => {
    const { token } = await lived();
    await eraseToTheEnd(token, AT);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "person.erase" } });
    expect(entry).toMatchObject({ userId: null, details: { count: 2 } });
  });

  it("is not for a link that was only shown on a screen", async () => {
    const { slug } = await makeWebinar();
    const screen = await registered(slug);
    expect(await eraseToTheEnd(screen, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await exportPerson(screen)).toBeNull();
  });
});

test("what designates a person stands only where it is classified as theirs", async () => {
  await lived();
  const theirs = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    erasedColumns(columns).map((column) => `public."${table}".${column}`),
  );
  expect(theirs).toEqual(expect.arrayContaining([...(await columnsWith(WORDS))]));
});

describe("what is kept, for the person", () => {
  it("says everything", async () => {
    const { token, session } = await lived();
    // Written to another address about one of their registrations.
    const { id: registrationId } = await db.registration.findFirstOrThrow();
    await makeMail({ kind: "address-to-confirm", registrationId, emailKey: "autre@exemple.fr" });
    const data = await exportPerson(token);
    expect(data?.registrations).toHaveLength(2);
    expect(data?.registrations[0]).toMatchObject({
      firstName: PERSON.firstName,
      email: PERSON.email,
      accessNeeds: PERSON.accessNeeds,
      presentMinutes: 50,
      newsletterNotice: NEWSLETTER,
      partnerLink: { partner: "La Région" },
      webinar: { title: session.title },
      questions: [{ text: PERSON.question, status: "pending" }],
    });
    expect(data?.subscriptions).toMatchObject([{ lastName: PERSON.lastName }]);
    expect(data?.messages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["announcement", "address-to-confirm"]),
    );
    // The one sent to the mailbox, and the one given on the screen.
    const links = [[], ["owner", "owner"]].map((scopes) => ({ createdAt: AT, for: scopes }));
    expect(data?.personalLinks).toEqual(expect.arrayContaining(links));
  });

  it("reads from the oldest to the newest", async () => {
    const { firstName, lastName, email } = PERSON;
    await registered((await makeWebinar({ title: "décembre" })).slug, { email });
    const token = await mailboxToken(email);
    const months = ["janvier", "février", "mars", "avril"] as const;
    const instants = months.map((_, rank) => later((20 + rank) * DAY));
    await expectOrder(
      months,
      async (title, rank) => {
        const createdAt = instants[rank];
        const [personId, tokenHash] = [await makePerson(email), Buffer.from(title)];
        const { id: cycleId } = await makeCycle({ title });
        await makeRegistration({ email, webinarId: (await makeWebinar({ cycleId, title, startsAt: createdAt })).id });
        const person = { firstName, lastName, personId, profile: "citizen", createdAt } as const;
        await db.cycleSubscription.create({ data: { cycleId, ...person } });
        await db.addressChange.create({ data: { tokenHash, personId, email: title, createdAt } });
        await db.registrationLink.create({ data: { tokenHash, personId, createdAt } });
        await makeMail({ subject: title, emailKey: email, createdAt });
      },
      async () => ((await exportPerson(token))?.messages ?? []).slice(1).map(({ subject }) => subject),
    );
    const data = await exportPerson(token);
    expect(data?.registrations.map(({ webinar }) => webinar.title)).toEqual(["décembre", ...months]);
    expect(data?.subscriptions.map(({ cycle }) => cycle.title)).toEqual(months);
    expect(data?.proposedAddresses.map(({ email: proposed }) => proposed)).toEqual(months);
    expect(data?.personalLinks.slice(-4).map(({ createdAt }) => createdAt)).toEqual(instants);
  });
});

describe("applyRetention", () => {
  it("happens on the day that was told at sign-up, not the minute before", async () => {
    const { session, next } = await lived();
    const told = keptUntil("identity", session.startsAt);
    expect(await applyRetention(later(-MINUTE, told))).toBe(0);
    expect(await applyRetention(told)).toBe(1);
    const last = keptUntil("identity", next.startsAt);
    expect(await applyRetention(last)).toBe(1);
    expect(await applyRetention(last)).toBe(0);
  });

  it("leaves nothing that designates the person, anywhere, and every count", async () => {
    const { next } = await lived();
    await makeRegistration({
      webinarId: next.id,
      status: "cancelled",
      profile: "elected_official",
      cancellationReason: "Éléonore",
    });
    const before = await counts();
    const statuses = () => db.registration.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } });
    const statusesBefore = await statuses();
    await applyRetention(keptUntil("identity", next.startsAt));
    expect(await tracesOf(WORDS)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await statuses()).toEqual(statusesBefore);
  });

  it("keeps what a person still comes to when an older session is forgotten", async () => {
    const { session, next, token } = await lived();
    await applyRetention(keptUntil("identity", session.startsAt));
    expect((await exportPerson(token))?.registrations).toMatchObject([{ webinar: { title: next.title } }]);
    expect(await db.cycleSubscription.count()).toBe(1);
  });

  it("removes access needs after a month, and the rest only later", async () => {
    const { session } = await lived();
    await applyRetention(keptUntil("accessNeeds", session.startsAt));
    expect(await db.registration.findFirst({ where: { webinarId: session.id } })).toMatchObject({
      firstName: PERSON.firstName,
      accessNeeds: null,
    });
  });

  it("leaves a question that the team kept to the session, without who asked it", async () => {
    const { session } = await lived();
    const other = await registered(session.slug, { email: "autre@exemple.fr", question: "Que faire ?" });
    expect(other).toHaveLength(43);
    await db.question.updateMany({ where: { text: "Que faire ?" }, data: { status: "accepted", answer: "Ceci." } });
    await applyRetention(keptUntil("identity", session.startsAt));
    expect(await db.question.findMany()).toMatchObject([{ text: "Que faire ?", registrationId: null }]);
  });

  it("leaves recent and coming sessions alone", async () => {
    const webinar = await makeWebinar({ startsAt: later(-29 * DAY) });
    const { id } = await makeRegistration({ webinarId: webinar.id, accessNeeds: "Sous-titres" });
    await applyRetention(AT);
    expect(await db.registration.findUnique({ where: { id } })).toMatchObject({
      accessNeeds: "Sous-titres",
      anonymisedAt: null,
    });
  });
});

describe("what the team does for whoever asked it", () => {
  const idOf = async (email: string) => (await db.person.findUniqueOrThrow({ where: { emailKey: email } })).id;

  it("erases as the person would, and the journal says who did it, not of whom", async () => {
    await lived();
    const [editor, before] = [await makeEditor(), await counts()];
    const id = await idOf(PERSON.email);
    expect(await eraseForEditor(editor, id, later(20 * DAY))).toEqual({ ok: true });
    expect(await db.outgoingMail.findMany({ where: { to: PERSON.email } })).toMatchObject([{ kind: "person-erased" }]);
    await db.outgoingMail.updateMany({ where: { kind: "person-erased" }, data: { status: "sent" } });
    await forgetFarewells(later(0));
    expect(await tracesOf(WORDS)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await db.auditEntry.findFirstOrThrow({ where: { action: "person.erase" } })).toMatchObject({
      userId: editor.userId,
      target: "",
      details: { count: 2 },
    });
    expect(await eraseForEditor(editor, id, later(20 * DAY))).toEqual({ ok: false, reason: "unknown" });
  });

  it("erases whoever is registered nowhere, with what was written to them", async () => {
    const [personId, cycle] = [await makePerson(PERSON.email), await makeCycle()];
    const { firstName, lastName, email } = PERSON;
    await db.cycleSubscription.create({
      data: { personId, cycleId: cycle.id, firstName, lastName, profile: "citizen" },
    });
    await makeMail({ to: email, emailKey: email });
    await db.digestSubscription.create({
      data: { id: personId, personId, tokenHash: new Uint8Array([1]), choices: ["tout"], askedAt: AT },
    });
    expect(await eraseForEditor(await makeEditor(), personId, AT)).toEqual({ ok: true });
    expect(await tracesOf(WORDS)).toEqual([]);
    expect(await db.person.count()).toBe(0);
  });

  it("hands over what the person would be given, once it is in the journal", async () => {
    const { token } = await lived();
    const [editor, id] = [await makeEditor(), await idOf(PERSON.email)];
    expect(await exportForEditor(editor, id, AT)).toEqual(await exportPerson(token));
    expect(await db.auditEntry.findMany({ where: { action: "person.export" } })).toMatchObject([
      { userId: editor.userId, noun: "person", target: id },
    ]);
    await eraseForEditor(editor, id, AT);
    expect(await exportForEditor(editor, id, AT)).toBeNull();
  });
});
