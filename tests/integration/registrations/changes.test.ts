import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { consequencesOf, followChange } from "#lib/registrations/changes";
import { cancel } from "#lib/registrations/personal";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinarForEditor } from "#lib/webinars/queries";
import type { WebinarEdit } from "#lib/webinars/schema";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeWebinar } from "#tests/support/factories";
import { mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

/** A session with a seat for « a », and « b » in line. */
async function session(overrides: Parameters<typeof makeWebinar>[0] = {}) {
  const webinar = await makeWebinar({ capacity: 1, ...overrides });
  const token = await registered(webinar.slug, { email: "a@exemple.fr" });
  await registered(webinar.slug, { email: "b@exemple.fr" });
  return { ...webinar, token };
}

/** Saves a session as the back office does, with some fields typed anew. */
async function edit(id: string, typed: Partial<WebinarEdit>, at = AT) {
  const editor = await makeEditor();
  const stored = await findWebinarForEditor(editor, id);
  if (!stored) throw new Error("this session does not exist");
  const outcome = await saveWebinar(editor, { ...stored, ...typed, id } as WebinarEdit, at, (tx, webinarId, change) =>
    followChange(tx, webinarId, change, at),
  );
  expect(outcome.ok).toBe(true);
}

const letters = async () =>
  (await mails()).map(({ kind, to, calendarMethod }) => [kind, to[0], calendarMethod] as const).slice(2);

describe("a session that moves", () => {
  test("tells each person once, and the calendars of those who have a seat", async () => {
    const { id } = await session();
    await edit(id, { startsAt: later(11 * DAY) });
    expect(await letters()).toEqual([
      ["webinar-moved", "a", "REQUEST"],
      ["webinar-moved", "b", null],
    ]);
    const [first, , moved] = await mails();
    const field = (name: string, calendar?: string | null) =>
      new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar ?? "")?.[1];
    expect(field("UID", moved?.calendar)).toBe(field("UID", first?.calendar));
    expect([field("SEQUENCE", first?.calendar), field("SEQUENCE", moved?.calendar)]).toEqual(["0", "1"]);
    expect(moved?.text).toContain("21 janvier 2027");
    // Six months after the new date.
    expect(moved?.text).toContain("conservées jusqu’au 22 juillet 2027");
  });

  test("says so before: how many people, and what they will read", async () => {
    const { id, startsAt } = await session();
    const editor = await makeEditor();
    const same = { startsAt, durationMinutes: 60, cancelled: false, capacity: 1 };
    const change = { before: same, after: { ...same, startsAt: later(11 * DAY) } };
    const announced = await consequencesOf(editor, id, change, AT);
    expect(announced).toMatchObject({ kind: "moved", recipients: 1, waiting: 1 });
    expect(announced?.mail.subject).toContain("22 janvier 2027");
    expect(await consequencesOf(editor, id, { before: same, after: { ...same, capacity: 5 } }, AT)).toBeNull();
    expect(await consequencesOf(editor, (await makeWebinar()).id, change, AT)).toBeNull();
  });

  test("drops the reminders of its former date that still wait", async () => {
    const { id } = await session();
    const registration = await db.registration.findFirstOrThrow({ where: { status: "confirmed" } });
    const { id: reminder } = await db.outgoingMail.create({
      data: {
        kind: "reminder-day",
        to: "a@exemple.fr",
        subject: "",
        text: "",
        html: "",
        registrationId: registration.id,
      },
    });
    await edit(id, { startsAt: later(12 * DAY) });
    expect(await db.outgoingMail.findUnique({ where: { id: reminder } })).toMatchObject({ status: "dropped" });
  });

  test("over already, and still over, concerns nobody", async () => {
    const { id, startsAt } = await session();
    await edit(id, { durationMinutes: 75 }, later(DAY, startsAt));
    expect(await letters()).toEqual([]);
  });
});

test("a typo, a speaker, a room or a text is told to nobody", async () => {
  const { id } = await session();
  await edit(id, {
    title: "Un titre sans faute",
    speakers: ["Une personne"],
    roomUrl: "https://salle.example/1",
    body: "Autre.",
  });
  expect(await letters()).toEqual([]);
  expect(await db.webinar.findUnique({ where: { id } })).toMatchObject({ sequence: 0 });
});

describe("a session that is cancelled", () => {
  test("is withdrawn from calendars; reopened, it is put back, with ever higher sequences", async () => {
    const { id } = await session();
    await edit(id, { cancelled: true });
    await edit(id, { cancelled: false });
    expect(await letters()).toEqual([
      ["webinar-cancelled", "a", "CANCEL"],
      ["webinar-cancelled", "b", null],
      ["registration-confirmed", "a", "REQUEST"],
    ]);
    const sequences = (await mails()).flatMap(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1] ?? []);
    expect(sequences).toEqual(["0", "1", "2"]);
  });

  test("offers no seat while it is", async () => {
    const { id, slug, token } = await session();
    await edit(id, { cancelled: true });
    await cancel(token, slug, null, later(HOUR));
    expect(await db.registration.count({ where: { status: "waiting" } })).toBe(1);
    await edit(id, { cancelled: false }, later(2 * HOUR));
    expect(await db.registration.count({ where: { status: "offered" } })).toBe(1);
  });
});

test("a raised capacity gives seats at once, in the save's own transaction", async () => {
  const { id } = await session();
  await edit(id, { capacity: 2 });
  expect(await letters()).toEqual([["seat-given", "b", "REQUEST"]]);
});
