import { describe, expect, test } from "vitest";
import { NEWSLETTER_REPORTED } from "#lib/people/labels";
import { db } from "#lib/platform/db";
import { addRegistrants } from "#lib/roster/additions/mutations";
import { registeredAmong } from "#lib/roster/additions/queries";
import { cancelRegistrant, restoreRegistrant } from "#lib/roster/mutations";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { enter, input, lineOf, mails, withQueues } from "#tests/support/registrations";

withQueues();

const audit = () => db.auditEntry.findMany({ select: { action: true, noun: true, target: true, details: true } });
const someone = (name: string) => input({ firstName: "A", lastName: name, email: `${name}@exemple.fr` });

describe("addRegistrants", () => {
  test("gives the free seats, then places in line in order, with the usual messages; known people stay as they are", async () => {
    const { id: webinarId, slug } = await makeWebinar({ capacity: 2 });
    await enter(slug, someone("deja"));
    const people = ["un", "deja", "deux", "trois"].map(someone);
    expect(await addRegistrants(await makeEditor(), webinarId, people, AT)).toEqual([
      "registered",
      "already",
      "waiting",
      "waiting",
    ]);
    expect((await lineOf(webinarId)).map(({ email, waitlistRank }) => [email, waitlistRank])).toEqual([
      ["deja@exemple.fr", null],
      ["un@exemple.fr", null],
      ["deux@exemple.fr", 1],
      ["trois@exemple.fr", 2],
    ]);
    expect((await mails()).map(({ to, kind }) => [to, kind]).slice(1)).toEqual([
      ["un@exemple.fr", "registration-confirmed"],
      ["deux@exemple.fr", "registration-waiting"],
      ["trois@exemple.fr", "registration-waiting"],
    ]);
    expect(await audit()).toMatchObject([
      { action: "registrants.add", target: webinarId, details: { count: 3, waiting: 2 } },
    ]);
    expect(await db.registration.count({ where: { origin: "editor" } })).toBe(3);
  });

  test("keeps the question, the access needs and the newsletter of the person", async () => {
    const { id: webinarId } = await makeWebinar();
    const person = { ...someone("un"), question: "Pourquoi ?", accessNeeds: "Sous-titres", newsletter: true };
    await addRegistrants(await makeEditor(), webinarId, [person], AT);
    expect(await db.registration.findFirst({ include: { questions: true } })).toMatchObject({
      accessNeeds: "Sous-titres",
      newsletterAt: AT,
      newsletterNotice: NEWSLETTER_REPORTED,
      questions: [{ text: "Pourquoi ?", webinarId }],
    });
  });

  test("leaves no trace when nobody came in", async () => {
    const { id: webinarId } = await makeWebinar({ startsAt: AT });
    expect(await addRegistrants(await makeEditor(), webinarId, [someone("un")], AT)).toEqual(["refused"]);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("all or none", async () => {
    const { id: webinarId } = await makeWebinar();
    await db.$executeRaw`ALTER TABLE "Registration" ADD CONSTRAINT planted CHECK ("lastName" <> 'deux')`;
    try {
      await expect(addRegistrants(await makeEditor(), webinarId, ["un", "deux"].map(someone), AT)).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE "Registration" DROP CONSTRAINT planted`;
    }
    expect(await db.registration.count()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("knows who is there already, whatever the case", async () => {
    const { webinarId } = await makeRegistration({ email: "Un@exemple.fr" });
    await makeRegistration({ webinarId, email: "parti@exemple.fr", status: "cancelled" });
    const asked = ["UN@exemple.fr", "parti@exemple.fr", "autre@exemple.fr"];
    expect(await registeredAmong(await makeEditor(), webinarId, asked)).toEqual(new Set(["un@exemple.fr"]));
  });
});

describe("someone who phones", () => {
  test("gives a seat back: the first in line is offered it, both are written to", async () => {
    const { id: webinarId, slug } = await makeWebinar({ capacity: 1 });
    await enter(slug, someone("un"));
    await enter(slug, someone("deux"), later(MINUTE));
    const { id } = await db.registration.findFirstOrThrow({ where: { lastName: "un" } });
    expect(await cancelRegistrant(await makeEditor(), id, later(2 * MINUTE))).toEqual({ ok: true });
    expect((await lineOf(webinarId)).map(({ status }) => status)).toEqual(["cancelled", "offered"]);
    expect((await mails()).map(({ kind }) => kind).slice(2)).toEqual(["registration-cancelled", "seat-offered"]);
    expect(await audit()).toMatchObject([{ action: "registrant.cancel", noun: "registration", target: id }]);
    expect(await cancelRegistrant(await makeEditor(), id, later(3 * MINUTE))).toEqual({ ok: false, reason: "unknown" });
  });

  test("changes their mind: a seat if there is one, else the end of the line", async () => {
    const { id: webinarId, slug } = await makeWebinar({ capacity: 2 });
    for (const name of ["un", "deux"]) await enter(slug, someone(name));
    const { id } = await db.registration.findFirstOrThrow({ where: { lastName: "un" } });
    const editor = await makeEditor();
    await cancelRegistrant(editor, id, AT);
    expect(await restoreRegistrant(editor, id, later(2 * DAY))).toEqual({ ok: true });
    expect((await lineOf(webinarId)).map(({ status }) => status)).toEqual(["confirmed", "confirmed"]);
    expect(await restoreRegistrant(editor, id, AT)).toEqual({ ok: false, reason: "held" });
    await cancelRegistrant(editor, id, later(2 * DAY));
    await enter(slug, someone("trois"), later(2 * DAY));
    await restoreRegistrant(editor, id, later(3 * DAY));
    expect(await db.registration.findUnique({ where: { id } })).toMatchObject({ status: "waiting", waitlistRank: 1 });
    expect((await mails()).at(-1)).toMatchObject({ kind: "registration-waiting", registrationId: id });
  });

  test.each([
    ["started", { startsAt: AT }],
    ["cancelled", { cancelledAt: AT }],
  ])("is refused a seat at a session that has %s", async (reason, session) => {
    const { id: webinarId } = await makeWebinar(session);
    const { id } = await makeRegistration({ webinarId, status: "cancelled" });
    expect(await restoreRegistrant(await makeEditor(), id, AT)).toEqual({ ok: false, reason });
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("is nobody once anonymised", async () => {
    const { id } = await makeRegistration({ anonymisedAt: AT, status: "cancelled" });
    expect(await restoreRegistrant(await makeEditor(), id, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await cancelRegistrant(await makeEditor(), unknownId(), AT)).toEqual({ ok: false, reason: "unknown" });
  });
});
