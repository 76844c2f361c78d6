import { describe, expect, test } from "vitest";
import { findDay, webinarsOfTheDay } from "#lib/attendance/day/queries";
import { enterRoom, openRoom } from "#lib/attendance/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { db } from "#lib/platform/db";
import { moderate, noteSpoken } from "#lib/questions/mutations";
import { listQuestions } from "#lib/questions/queries";
import { resend } from "#lib/roster/mutations";
import { changeRoom } from "#lib/webinars/terms/mutations";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeQuestion, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { grantedLink } from "#tests/support/links";
import { withQueues } from "#tests/support/registrations";

withQueues();

const FORMER = "https://salle.example/1";
const OTHER = "https://autre-salle.example/2";

describe("the address of the room, changed during the session", () => {
  test("is the one that whoever clicks then is led to", async () => {
    const editor = await makeEditor();
    const { id: webinarId, version } = await makeWebinar({ startsAt: later(5 * MINUTE), roomUrl: FORMER });
    const { id } = await makeRegistration({ webinarId });
    const join = await grantedLink(id, "join");
    expect(await enterRoom(join, undefined, AT)).toEqual({ ok: true, url: FORMER });
    const mails = await db.outgoingMail.count();
    expect(await changeRoom(editor, { webinarId, before: FORMER, roomUrl: OTHER }, AT)).toEqual({ ok: true });
    expect(await enterRoom(join, undefined, AT)).toEqual({ ok: true, url: OTHER });
    expect(await db.outgoingMail.count()).toBe(mails);
    // Whoever writes its texts meanwhile is not stopped.
    expect(await db.webinar.findUnique({ where: { id: webinarId } })).toMatchObject({ version, editedAt: AT });
    const [entry] = await db.auditEntry.findMany({ where: { target: webinarId } });
    expect(entry).toMatchObject({ action: "webinar.update", userId: editor.userId, details: { fields: ["roomUrl"] } });
  });

  test("is not written over that of a colleague, until it was read", async () => {
    const editor = await makeEditor();
    const { id: webinarId } = await makeWebinar({ roomUrl: FORMER });
    const mine = { webinarId, before: "", roomUrl: OTHER };
    expect(await changeRoom(editor, mine, AT)).toEqual({ ok: false, reason: "stale", roomUrl: FORMER });
    expect(await changeRoom(editor, { ...mine, before: FORMER }, AT)).toEqual({ ok: true });
    // The same press again.
    expect(await changeRoom(editor, { ...mine, before: FORMER }, AT)).toEqual({ ok: true });
    expect(await db.auditEntry.count({ where: { target: webinarId } })).toBe(1);
    expect(await changeRoom(editor, { ...mine, webinarId: unknownId() }, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("people let in before the usual time", () => {
  const hour = { startsAt: later(HOUR), roomUrl: FORMER };
  const early = { ok: false, reason: "early" };

  test("come in at once, until the team takes it back", async () => {
    const editor = await makeEditor();
    const { id: webinarId } = await makeWebinar(hour);
    const { id } = await makeRegistration({ webinarId });
    const join = await grantedLink(id, "join");
    expect(await enterRoom(join, undefined, AT)).toEqual(early);
    const open = { webinarId, entree: "ouverte" } as const;
    for (const at of [AT, later(MINUTE)]) expect(await openRoom(editor, open, at)).toBe(true);
    expect(await enterRoom(join, undefined, AT)).toEqual({ ok: true, url: FORMER });
    expect(await findRegistrations(await grantedLink(id, "owner"), AT)).toMatchObject({
      seats: [{ webinar: { roomOpenedAt: AT } }],
    });
    const close = { webinarId, entree: "a-l-heure" } as const;
    for (const at of [later(2 * MINUTE), later(3 * MINUTE)]) expect(await openRoom(editor, close, at)).toBe(true);
    expect(await enterRoom(join, undefined, later(3 * MINUTE))).toEqual(early);
    const entries = await db.auditEntry.findMany({ where: { target: webinarId }, orderBy: { at: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["attendance.open", "attendance.close"]);
  });

  test.each([
    ["the day before", { ...hour, startsAt: later(DAY) }],
    ["at the usual time, when it opens by itself", { ...hour, startsAt: later(15 * MINUTE) }],
    ["to a session that is cancelled", { ...hour, cancelledAt: AT }],
    ["to a session without a room", { ...hour, roomUrl: null }],
  ])("are not let in %s", async (_, session) => {
    const { id: webinarId } = await makeWebinar(session);
    expect(await openRoom(await makeEditor(), { webinarId, entree: "ouverte" }, AT)).toBe(false);
    expect(await db.webinar.findUnique({ where: { id: webinarId } })).toMatchObject({ roomOpenedAt: null });
  });

  test("are not let in to a session that is none", async () => {
    expect(await openRoom(await makeEditor(), { webinarId: unknownId(), entree: "ouverte" }, AT)).toBe(false);
  });
});

describe("a question answered aloud", () => {
  test("is ticked once, at its first instant, and unticked", async () => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    const spokenAt = async () => (await listQuestions(editor, webinarId))[0]?.spokenAt;
    expect(await spokenAt()).toBeNull();
    expect(await noteSpoken(editor, { webinarId, id }, true, AT)).toBe(true);
    expect(await noteSpoken(editor, { webinarId, id }, true, later(HOUR))).toBe(true);
    expect(await spokenAt()).toEqual(AT);
    expect(await noteSpoken(editor, { webinarId, id }, false, later(HOUR))).toBe(true);
    expect(await spokenAt()).toBeNull();
    const entries = await db.auditEntry.findMany({ where: { target: webinarId }, orderBy: { at: "asc" } });
    expect(entries.map(({ action, details }) => [action, details])).toEqual([
      ["question.speak", { spoken: true }],
      ["question.speak", { spoken: false }],
    ]);
  });

  test("belongs to its session, and may be answered in writing all the same", async () => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    expect(await noteSpoken(editor, { webinarId: unknownId(), id }, true, AT)).toBe(false);
    const shown = (await listQuestions(editor, webinarId))[0]?.shown;
    await noteSpoken(editor, { webinarId, id }, true, AT);
    expect(await moderate(editor, id, { status: "accepted", ...(shown && { shown }) }, AT)).toMatchObject({ ok: true });
  });
});

test("whom a host may see come: those of the session who count, nobody who was erased", async () => {
  const editor = await makeEditor();
  const { id: webinarId } = await makeWebinar();
  await makeRegistration({ webinarId, lastName: "Attendue" });
  await makeRegistration({ webinarId, lastName: "Entrée", presentAt: AT, attendanceSource: "join" });
  await makeRegistration({ webinarId, lastName: "Revenue", status: "cancelled", presentAt: later(MINUTE) });
  await makeRegistration({ webinarId, lastName: "Seconde", status: "waiting", waitlistRank: 2 });
  await makeRegistration({ webinarId, lastName: "Première", status: "waiting", waitlistRank: 1 });
  await makeRegistration({ webinarId, lastName: "Proposée", status: "offered", waitlistRank: 3 });
  await makeRegistration({ webinarId, lastName: "Partie", status: "cancelled" });
  await makeRegistration({ webinarId, lastName: "", anonymisedAt: AT });
  await makeRegistration({ lastName: "Ailleurs" });
  const { entered, expected, waiting } = await findDay(editor, webinarId);
  const names = (people: { lastName: string }[]) => people.map(({ lastName }) => lastName);
  expect(names(entered)).toEqual(["Revenue", "Entrée"]);
  expect(names(expected)).toEqual(["Attendue"]);
  expect(names(waiting)).toEqual(["Proposée", "Première", "Seconde"]);
});

test("the dashboard leads to the published sessions of the day, in order", async () => {
  const editor = await makeEditor();
  const make = (title: string, startsAt: Date, change = {}) =>
    makeWebinar({ title, startsAt, durationMinutes: 60, ...change });
  await make("Cet après-midi", later(5 * HOUR));
  await make("En cours", later(-30 * MINUTE));
  await make("Salle encore ouverte", later(-89 * MINUTE));
  await make("Salle fermée", later(-90 * MINUTE));
  await make("Demain", later(DAY));
  await make("Annulée", later(HOUR), { cancelledAt: AT });
  await make("Brouillon", later(HOUR), { publishedAt: null });
  expect((await webinarsOfTheDay(editor, AT)).map(({ title }) => title)).toEqual([
    "Salle encore ouverte",
    "En cours",
    "Cet après-midi",
  ]);
});

test("a link that is sent again while the session is on has the time to leave", async () => {
  const editor = await makeEditor();
  const { id: webinarId } = await makeWebinar({ startsAt: later(-10 * MINUTE), durationMinutes: 90 });
  const { id } = await makeRegistration({ webinarId });
  expect(await resend(editor, id, AT)).toEqual({ ok: true });
  const [mail] = await db.outgoingMail.findMany({ where: { subjects: { some: { registrationId: id } } } });
  expect(mail).toMatchObject({ kind: "registration-confirmed", status: "queued" });
  expect(mail?.staleAt?.getTime()).toBeGreaterThan(later(HOUR).getTime());
});
