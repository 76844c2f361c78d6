import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { sendLinks } from "#lib/enrolment/person/mutations";
import { findMail } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { correctAddress } from "#lib/roster/mutations";
import { AT, later, MINUTE } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeEditor, makePerson, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import {
  enter,
  input,
  lineOf,
  mailboxToken,
  mails,
  registered,
  seatOf,
  withQueues,
} from "#tests/support/registrations";

withQueues();

const WRONG = "elodie@exemple.fr";
const RIGHT = "Elodie.Darc@exemple.fr";
const NOON = later(MINUTE);
const newcomer = async (id: string) => (await mails()).filter((mail) => mail.to === id);
const idAt = async (webinarId: string, email = WRONG) =>
  (await db.registration.findFirstOrThrow({ where: { webinarId, person: { email } } })).id;

describe("correctAddress", () => {
  test("keeps the place in line, writes to the right address alone, and ends the links sent to the wrong one", async () => {
    const { id: webinarId, slug } = await makeWebinar({ capacity: 1 });
    await enter(slug, { email: "premier@exemple.fr" });
    const screen = await registered(slug);
    await enter(slug, { email: "apres@exemple.fr" });
    const stale = await mailboxToken(WRONG);
    const id = await idAt(webinarId);
    expect(await correctAddress(await makeEditor(), id, RIGHT, NOON)).toEqual({ ok: true });
    expect(await lineOf(webinarId)).toMatchObject([
      { email: "premier@exemple.fr" },
      { email: RIGHT, status: "waiting", waitlistRank: 1 },
      { email: "apres@exemple.fr", waitlistRank: 2 },
    ]);
    expect(await findRegistrations(stale, NOON)).toBeNull();
    expect(await seatOf(screen, NOON)).toMatchObject({ state: "waiting" });
    expect(await seatOf(await mailboxToken(RIGHT), NOON)).toMatchObject({ state: "waiting", position: 1 });
    expect(await newcomer(WRONG)).toMatchObject([{ kind: "registration-waiting", status: "dropped" }]);
    expect(await newcomer(RIGHT)).toMatchObject([
      { kind: "registration-waiting", status: "queued", emailKey: RIGHT.toLowerCase() },
    ]);
    expect(await db.person.count({ where: { emailKey: WRONG } })).toBe(0);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "registrant.correct", noun: "registration", target: id, details: {} },
    ]);
  });

  test("follows every session and the cycle of the person, in one message with every date", async () => {
    const { slug, cycleId, id: webinarId } = await makeWebinar();
    await makeWebinar({ cycleId, startsAt: later(40 * 24 * 60 * MINUTE) });
    await register([slug], input(), { wholeCycle: true }, AT);
    await correctAddress(await makeEditor(), await idAt(webinarId), RIGHT, NOON);
    const counts = { registrations: true, subscriptions: true } as const;
    expect(await db.person.findMany({ include: { _count: { select: counts } } })).toMatchObject([
      { email: RIGHT, emailKey: RIGHT.toLowerCase(), _count: { registrations: 2, subscriptions: 1 } },
    ]);
    const written = await newcomer(RIGHT);
    expect(written).toMatchObject([{ kind: "registration-confirmed", calendarMethod: "PUBLISH" }]);
    expect(written[0]?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  test("whoever follows the cycle under both addresses follows it once", async () => {
    const { slug, cycleId, id: webinarId } = await makeWebinar();
    const other = await makeWebinar({ cycleId, startsAt: later(40 * 24 * 60 * MINUTE) });
    await register([slug], input(), { wholeCycle: true }, AT);
    await db.registration.deleteMany({ where: { webinarId: other.id } });
    const followed = { cycleId, personId: await makePerson(RIGHT), firstName: "É", lastName: "D" };
    await db.cycleSubscription.create({ data: { ...followed, profile: "company", createdAt: AT } });
    expect(await correctAddress(await makeEditor(), await idAt(webinarId), RIGHT, NOON)).toEqual({ ok: true });
    expect(await db.cycleSubscription.findMany()).toMatchObject([followed]);
  });

  test("an offered seat is offered again; who has nothing to come gets their links", async () => {
    const editor = await makeEditor();
    const deadline = later(600 * MINUTE);
    const offered = await makeRegistration({ status: "offered", waitlistRank: 1, offerExpiresAt: deadline });
    await correctAddress(editor, offered.id, "un@exemple.fr", NOON);
    expect(await newcomer("un@exemple.fr")).toMatchObject([{ kind: "seat-offered", staleAt: deadline }]);
    const past = await makeRegistration({ webinarId: (await makeWebinar({ startsAt: AT })).id });
    await correctAddress(editor, past.id, "deux@exemple.fr", NOON);
    expect(await newcomer("deux@exemple.fr")).toMatchObject([{ kind: "personal-links" }]);
    const { id: webinarId } = await makeWebinar({ cancelledAt: AT });
    const withdrawn = await makeRegistration({ webinarId });
    await correctAddress(editor, withdrawn.id, "trois@exemple.fr", NOON);
    expect(await newcomer("trois@exemple.fr")).toMatchObject([{ kind: "personal-links" }]);
    const left = await makeRegistration({ status: "cancelled" });
    await correctAddress(editor, left.id, "quatre@exemple.fr", NOON);
    expect(await newcomer("quatre@exemple.fr")).toMatchObject([{ kind: "personal-links" }]);
  });

  test("changes nothing when the right address is on the list of one of these sessions, whatever its state", async () => {
    const { id: webinarId, slug } = await makeWebinar();
    await enter(slug);
    await makeRegistration({ webinarId, email: RIGHT, status: "cancelled" });
    const before = [await db.registration.findMany(), await mails()];
    const outcome = await correctAddress(await makeEditor(), await idAt(webinarId), RIGHT.toUpperCase(), NOON);
    expect(outcome).toEqual({ ok: false, reason: "held" });
    expect([await db.registration.findMany(), await mails()]).toEqual(before);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("the same address in other letters is written differently; the same press twice writes once", async () => {
    const { id: webinarId, slug } = await makeWebinar();
    await register([slug], input(), { wholeCycle: true }, AT);
    const id = await idAt(webinarId);
    const editor = await makeEditor();
    const twice = [
      correctAddress(editor, id, "ELODIE@exemple.fr", NOON),
      correctAddress(editor, id, "ELODIE@exemple.fr", NOON),
    ];
    expect(await Promise.all(twice)).toEqual([{ ok: true }, { ok: true }]);
    expect(await newcomer("ELODIE@exemple.fr")).toHaveLength(1);
    expect(await seatOf(await mailboxToken("ELODIE@exemple.fr"), NOON)).not.toBeNull();
    expect(await db.person.findMany({ where: { subscriptions: { some: {} } } })).toMatchObject([
      { email: "ELODIE@exemple.fr", emailKey: WRONG },
    ]);
  });

  test("whoever is erased is not found", async () => {
    const editor = await makeEditor();
    const { id } = await makeRegistration({ anonymisedAt: AT });
    for (const unknown of [id, unknownId()])
      expect(await correctAddress(editor, unknown, RIGHT, NOON)).toEqual({ ok: false, reason: "unknown" });
  });

  test("against who takes the right address at the same session meanwhile, one of them has it", async () => {
    for (let round = 0; round < 10; round++) {
      await db.registration.deleteMany();
      const { id: webinarId, slug } = await makeWebinar();
      await enter(slug);
      const id = await idAt(webinarId);
      const [corrected] = await Promise.all([
        correctAddress(await makeEditor(), id, RIGHT, NOON),
        enter(slug, { email: RIGHT }),
      ]);
      const there = (await lineOf(webinarId)).map(({ email }) => email).sort();
      expect(there).toEqual(corrected.ok ? [RIGHT] : [RIGHT, WRONG]);
    }
  });

  test("a message refused by the wrong address leaves for it no more", async () => {
    const { id: webinarId, slug } = await makeWebinar();
    await enter(slug);
    const editor = await makeEditor();
    const [mail] = await mails();
    const survey = await db.outgoingMail.create({
      data: {
        kind: "survey",
        to: WRONG,
        emailKey: WRONG,
        registrationId: await idAt(webinarId),
        status: "failed",
        subject: "S",
        text: "T",
        html: "H",
        createdAt: AT,
      },
    });
    await db.outgoingMail.update({ where: { id: mail?.id ?? "" }, data: { status: "failed" } });
    await correctAddress(editor, await idAt(webinarId), RIGHT, NOON);
    for (const id of [mail?.id ?? "", survey.id]) expect(await findMail(editor, id)).toMatchObject({ stale: true });
  });

  test("erasure forgets the wrong address with the right one", async () => {
    const { id: webinarId, slug } = await makeWebinar();
    await enter(slug);
    await correctAddress(await makeEditor(), await idAt(webinarId), RIGHT, NOON);
    await sendLinks(RIGHT, NOON);
    await eraseToTheEnd(await mailboxToken(RIGHT), NOON);
    expect(await mails()).toEqual([]);
    expect(await db.registrationLink.count()).toBe(0);
  });
});
