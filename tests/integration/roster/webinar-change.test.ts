import { describe, expect, test } from "vitest";
import { cancel } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { consequencesOf } from "#lib/roster/webinar-change/queries";
import { sequenceAt } from "#lib/seats/rules";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { termsOf } from "#lib/webinars/rules";
import type { WebinarEdit } from "#lib/webinars/schema";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";
import { lineOf, mails, registered, withQueues } from "#tests/support/registrations";
import { editSession } from "#tests/support/session-edit";

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
  await editSession(await makeEditor(), id, typed, at);
}

/** What the screen announces before such an edit is saved. */
async function announcedOn(id: string, typed: Partial<WebinarEdit>, at = AT) {
  const editor = await makeEditor();
  const stored = await findWebinarForEditor(editor, id);
  if (!stored) throw new Error("this session does not exist");
  const change = { before: termsOf(stored), after: termsOf({ ...stored, ...typed } as WebinarEdit) };
  return consequencesOf(editor, id, change, at);
}

/** In which state each person is, by the first letter of their address. */
const placesOf = async (webinarId: string) =>
  Object.fromEntries((await lineOf(webinarId)).map(({ email, status }) => [email[0], status]));

const letters = async () =>
  (await mails()).map(({ kind, to, calendarMethod }) => [kind, to[0], calendarMethod] as const).slice(2);

describe("a session that moves", () => {
  test("tells whoever is offered a seat until when it waits for them", async () => {
    const { id, token, slug } = await session();
    await cancel(token, slug, null, AT);
    await edit(id, { startsAt: later(11 * DAY) });
    const [text] = (await mails()).flatMap(({ kind, to, text: words }) =>
      kind === "webinar-moved" && to.startsWith("b") ? [words] : [],
    );
    expect(text).toMatch(/La place qui vous est proposée vous attend jusqu’au .*répondez depuis votre page/);
    expect(text).not.toContain("rien à faire");
  });

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
    const sequences = [first, moved].map((mail) => Number(field("SEQUENCE", mail?.calendar)));
    expect(sequences).toEqual([sequenceAt(AT), sequenceAt(AT) + 1]);
    expect(moved?.text).toContain("21 janvier 2027");
    expect(moved?.text).toContain("Votre inscription suit\u00A0: vous n’avez rien à faire.");
    expect((await mails()).at(-1)?.text).toContain("Votre tour sur la liste d’attente est gardé\u00A0: vous");
    // Six months after the new date.
    expect(moved?.text).toContain("conservées jusqu’au 22 juillet 2027");
  });

  test("says so before: how many people, and what they will read", async () => {
    const { id, startsAt } = await session();
    const editor = await makeEditor();
    const same = { startsAt, durationMinutes: 60, cancelled: false, capacity: 1 };
    const change = { before: same, after: { ...same, startsAt: later(11 * DAY) } };
    const announced = await consequencesOf(editor, id, change, AT);
    expect(announced).toMatchObject({ kind: "moved", recipients: 1, waiting: 1, given: 0, offered: 0 });
    expect(announced?.mail.subject).toContain("22 janvier 2027");
    expect(await consequencesOf(editor, id, { before: same, after: { ...same, capacity: 0 } }, AT)).toBeNull();
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

  test("lasts longer and starts as it did: nobody reads that it moved", async () => {
    const { id } = await session();
    const announced = await announcedOn(id, { durationMinutes: 75 });
    expect(announced).toMatchObject({ kind: "retimed", recipients: 1, waiting: 1 });
    await edit(id, { durationMinutes: 75 });
    expect(await letters()).toEqual([
      ["webinar-retimed", "a", "REQUEST"],
      ["webinar-retimed", "b", null],
    ]);
    const last = (await mails()).at(-1);
    expect(last?.subject).toMatch(/^Horaires changés/);
    expect(last?.text).not.toMatch(/déplac/);
    expect(last?.text).toMatch(/Désormais.*10\sh.*11\sh\s15.*\n.*Auparavant.*10\sh.*11\sh$/m);
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
      ["registration-waiting", "b", null],
    ]);
    const sequences = (await mails()).flatMap(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1] ?? []);
    expect(sequences.map((sequence) => Number(sequence) - sequenceAt(AT))).toEqual([0, 1, 2]);
  });

  test("takes back its offers: nobody loses their turn for an answer that could not be given", async () => {
    const { id, slug, token } = await session();
    await registered(slug, { email: "c@exemple.fr" });
    await cancel(token, slug, null, AT);
    expect(await placesOf(id)).toMatchObject({ b: "offered", c: "waiting" });
    await edit(id, { cancelled: true });
    expect(await placesOf(id)).toMatchObject({ b: "waiting", c: "waiting" });
    const before = (await mails()).length;
    const announced = await announcedOn(id, { cancelled: false }, later(2 * DAY));
    expect(announced).toMatchObject({ kind: "reopened", recipients: 0, waiting: 2, given: 0, offered: 1 });
    await edit(id, { cancelled: false }, later(2 * DAY));
    expect((await mails()).slice(before).map(({ kind, to }) => [kind, to[0]])).toEqual([
      ["seat-offered", "b"],
      ["registration-waiting", "c"],
    ]);
    const [offer] = (await mails()).slice(before);
    expect(announced?.mail.subject).toBe(offer?.subject);
    expect(announced?.mail.text.replaceAll("exemple", "")).toBe(offer?.text.replaceAll(/[\w-]{43}/g, ""));
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

describe("a raised capacity", () => {
  test("gives seats at once, in the save's own transaction", async () => {
    const { id } = await session();
    await edit(id, { capacity: 2 });
    expect(await letters()).toEqual([["seat-given", "b", "REQUEST"]]);
  });

  test("says so before, alone or with a move", async () => {
    const { id } = await session();
    const raised = await announcedOn(id, { capacity: 2 });
    expect(raised).toMatchObject({ kind: "resized", recipients: 0, waiting: 1, given: 1, offered: 0 });
    expect(raised?.mail.text).toContain("vous avez une place");
    const moved = await announcedOn(id, { capacity: null, startsAt: later(11 * DAY) });
    expect(moved).toMatchObject({ kind: "moved", recipients: 1, waiting: 1, given: 1, offered: 0 });
  });
});

describe("the message that is shown before", () => {
  const inDisorder = [
    [2, "Deux"],
    [3, "Trois"],
    [1, "Un"],
  ] as const;

  test("is that of the first in line", async () => {
    const { id: webinarId } = await makeWebinar({ capacity: 0 });
    for (const [waitlistRank, firstName] of inDisorder)
      await makeRegistration({ webinarId, status: "waiting", waitlistRank, firstName });
    expect((await announcedOn(webinarId, { capacity: 2 }))?.mail.text).toContain("Bonjour Un,");
  });

  test("is that of the last to be offered a seat, when it is taken back", async () => {
    const { id: webinarId } = await makeWebinar({ capacity: 3 });
    const offered = { webinarId, status: "offered", offerExpiresAt: later(DAY) } as const;
    for (const [waitlistRank, firstName] of inDisorder) await makeRegistration({ ...offered, waitlistRank, firstName });
    const announced = await announcedOn(webinarId, { capacity: 2 });
    expect(announced).toMatchObject({ withdrawn: 1 });
    expect(announced?.mail.text).toContain("Bonjour Trois,");
  });
});

/** Whatever is saved of whatever session: who is announced is who is written to, no more and no less. */
test("as many people as announced are written to", async () => {
  for (const change of [
    { capacity: 4 },
    { capacity: null },
    { capacity: 1 },
    { cancelled: true },
    { startsAt: later(11 * DAY), capacity: 3 },
    { startsAt: later(11 * DAY), capacity: 1 },
    { startsAt: later(2 * HOUR), capacity: 3 },
    { title: "Autre" },
  ]) {
    const { id, slug, token } = await session({ capacity: 2 });
    for (const name of ["c", "d", "e"]) await registered(slug, { email: `${name}@exemple.fr` });
    await cancel(token, slug, null, AT);
    for (const step of [change, { cancelled: true }, { cancelled: false }]) {
      const before = (await mails()).length;
      const announced = await announcedOn(id, step);
      await edit(id, step);
      const written = new Set((await mails()).slice(before).map(({ to }) => to));
      expect(written.size, JSON.stringify([change, step])).toBe(
        (announced?.recipients ?? 0) + (announced?.waiting ?? 0),
      );
    }
  }
});
