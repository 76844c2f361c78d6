import { describe, expect, test } from "vitest";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { sequenceAt } from "#lib/seats/rules";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { mailboxToken, mails, registered, seatOf, tokenIn, withQueues } from "#tests/support/registrations";

withQueues();

/** Cancels the only seat behind a link. */
const cancelled = async (token: string, at = AT) => cancel(token, (await db.webinar.findFirstOrThrow()).slug, null, at);

const statuses = async () => (await db.registration.findMany({ orderBy: { id: "asc" } })).map(({ status }) => status);
const kinds = async () => (await mails()).map(({ kind }) => kind);
const everything = async () =>
  JSON.stringify(
    await Promise.all([
      db.registration.findMany(),
      db.registrationLink.findMany({ include: { grants: true } }),
      db.outgoingMail.findMany(),
    ]),
  );

/** The link shown to somebody who typed an address that was registered already. */
async function receipt(slug: string, at = AT): Promise<string> {
  await registered(slug, {}, at);
  return registered(slug, {}, at);
}

describe("the personal page", () => {
  test("shows the session and the seat, and nothing of the person", async () => {
    const { slug, title } = await makeWebinar();
    const view = await findRegistrations(await registered(slug), AT);
    expect(view).toMatchObject({
      person: null,
      sentTo: "e•••@e•••e.fr",
      seats: [{ state: "confirmed", cancellable: true, webinar: { slug, title } }],
    });
    expect(JSON.stringify({ ...view, sentTo: null })).not.toMatch(/Élodie|Arc|exemple\.fr/);
  });

  test("opened ten times, changes nothing", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    const before = await everything();
    for (let time = 0; time < 10; time++) await findRegistrations(token, AT);
    expect(await everything()).toBe(before);
  });

  test("is the same behind a link that may act and one that may only ask", async () => {
    const { slug } = await makeWebinar();
    const owner = await registered(slug);
    const asking = await registered(slug);
    const both = async (at = AT) => [await seatOf(owner, at), await seatOf(asking, at)];
    const [first, second] = await both();
    expect(first).toEqual(second);
    const [after, afterwards] = await both(later(10 * DAY));
    expect(after).toEqual(afterwards);
  });

  test("names the seat as the message does, without telling when it was taken", async () => {
    const { slug } = await makeWebinar();
    const view = await seatOf(await registered(slug), AT);
    const [mail] = await mails();
    expect(mail?.calendar).toContain(`UID:${view?.calendarId}@portail.example\r\n`);
    expect(view?.calendarId).not.toBe((await db.registration.findFirstOrThrow()).id);
  });

  test("tells whoever typed the address nothing of what the registration went through", async () => {
    const { slug } = await makeWebinar({ sequence: 4 });
    const newcomer = await seatOf(await registered(slug, { email: "autre@exemple.fr" }, later(HOUR)));
    await cancelled(await registered(slug), AT);
    await registered(slug, {}, later(MINUTE));
    const typed = await seatOf(await registered(slug, {}, later(HOUR)));
    expect({ ...typed, calendarId: "" }).toEqual({ ...newcomer, calendarId: "" });
  });

  test("gives calendars nothing older than what was mailed before", async () => {
    const { slug } = await makeWebinar();
    const mailed = async () => Number(/SEQUENCE:(\d+)/.exec((await mails()).at(-1)?.calendar ?? "")?.[1]);
    const first = await registered(slug);
    expect((await seatOf(first))?.sequence).toBe(await mailed());
    await cancelled(first, later(MINUTE));
    await reinstate(first, slug, later(2 * MINUTE));
    await cancelled(first, later(3 * MINUTE));
    const second = await registered(slug, {}, later(4 * MINUTE));
    expect((await seatOf(second))?.sequence).toBe(await mailed());
    const third = await registered(slug, {}, later(5 * MINUTE));
    expect((await seatOf(third))?.sequence).toBeGreaterThan(await mailed());
    expect((await seatOf(await mailboxToken()))?.sequence).toBe(await mailed());
  });

  test.each(["", "court", "é".repeat(43), "A".repeat(43), "A".repeat(44)])("%s opens nothing", async (token) => {
    expect(await findRegistrations(token, AT)).toBeNull();
    expect(await cancel(token, "une-seance", null, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("the owner's link", () => {
  test("gives the seat back at once, to whoever asks next", async () => {
    const { slug } = await makeWebinar({ capacity: 1 });
    const token = await registered(slug);
    expect(await cancelled(token, AT)).toEqual({ ok: true });
    expect(await seatOf(await registered(slug, { email: "autre@exemple.fr" }))).toMatchObject({ state: "confirmed" });
    expect(await seatOf(token, AT)).toMatchObject({ state: "cancelled" });
  });

  test("is heard once, however often and however fast it is used", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    await Promise.all(Array.from({ length: 8 }, () => cancelled(token, AT)));
    expect(await cancelled(token, AT)).toEqual({ ok: true });
    expect(await kinds()).toEqual(["registration-confirmed", "registration-cancelled"]);
    expect(await db.registration.findFirst()).toMatchObject({ status: "cancelled", cancelledAt: AT });
  });

  test("withdraws the invitation: same identifier, higher sequence, CANCEL", async () => {
    const { slug } = await makeWebinar({ sequence: 3 });
    await cancelled(await registered(slug), later(MINUTE));
    const [confirmed, withdrawn] = await mails();
    const uid = (calendar?: string | null) => /^UID:(.*)\r$/m.exec(calendar ?? "")?.[1];
    expect(uid(withdrawn?.calendar)).toBe(uid(confirmed?.calendar));
    expect(confirmed?.calendar).toContain(`SEQUENCE:${3 + sequenceAt(AT)}\r\n`);
    expect(withdrawn?.calendar).toContain(`SEQUENCE:${3 + sequenceAt(later(MINUTE))}\r\n`);
    expect(confirmed?.calendar).toContain("METHOD:REQUEST\r\n");
    expect(withdrawn?.calendar).toMatch(/METHOD:CANCEL\r\n(.|\r\n)*STATUS:CANCELLED\r\n/);
    expect(withdrawn?.calendarMethod).toBe("CANCEL");
  });

  test("is refused once the session has started", async () => {
    const { slug, startsAt } = await makeWebinar();
    const token = await registered(slug);
    expect(await cancelled(token, startsAt)).toEqual({ ok: false, reason: "started" });
    expect(await seatOf(token, startsAt)).toMatchObject({ state: "confirmed", cancellable: false });
    expect(await cancelled(token, later(-MINUTE, startsAt))).toEqual({ ok: true });
  });

  test("after a change of mind, the same registration lives again, with a higher sequence", async () => {
    const { slug } = await makeWebinar();
    const first = await registered(slug);
    await cancelled(first, AT);
    const second = await registered(slug, { firstName: "Élo" }, later(HOUR));
    expect(await db.registration.findMany()).toMatchObject([
      { status: "confirmed", firstName: "Élo", cancelledAt: null, sequence: sequenceAt(later(HOUR)) },
    ]);
    expect(await kinds()).toEqual(["registration-confirmed", "registration-cancelled", "registration-confirmed"]);
    expect(await cancelled(second, later(HOUR))).toEqual({ ok: true });
  });

  test("no seat is kept for a change of mind", async () => {
    const { slug } = await makeWebinar({ capacity: 1 });
    await cancelled(await registered(slug), AT);
    await registered(slug, { email: "autre@exemple.fr" });
    expect(await seatOf(await registered(slug))).toMatchObject({ state: "waiting" });
  });
});

describe("the link of somebody who typed another's address", () => {
  test("cancels nothing: it asks the owner, whose answer does", async () => {
    const { slug } = await makeWebinar();
    const token = await receipt(slug);
    expect(await cancelled(token, AT)).toEqual({ ok: true });
    expect(await statuses()).toEqual(["confirmed"]);
    const asked = (await mails()).at(-1);
    expect(asked).toMatchObject({ kind: "cancellation-to-confirm", to: "elodie@exemple.fr", calendar: null });
    expect(await cancelled(tokenIn(asked?.text ?? ""), AT)).toEqual({ ok: true });
    expect(await statuses()).toEqual(["cancelled"]);
  });

  test("looks as if it had cancelled", async () => {
    const { slug } = await makeWebinar();
    const token = await receipt(slug);
    await cancelled(token, AT);
    expect(await seatOf(token, AT)).toMatchObject({ state: "cancelled" });
  });

  test("writes to the owner once, whoever asks and by however many links", async () => {
    const { slug } = await makeWebinar();
    const tokens = [await receipt(slug), await registered(slug), await registered(slug)];
    for (const token of [...tokens, ...tokens]) await cancelled(token, AT);
    expect((await kinds()).filter((kind) => kind === "cancellation-to-confirm")).toHaveLength(1);
  });

  test("shows the seat again when the form is sent again, as a newcomer's would", async () => {
    const { slug } = await makeWebinar();
    const token = await receipt(slug);
    await cancelled(token, AT);
    await registered(slug);
    expect(await seatOf(token, AT)).toMatchObject({ state: "confirmed" });
  });

  test("says nothing to an owner who has cancelled already", async () => {
    const { slug } = await makeWebinar();
    const owner = await registered(slug);
    const token = await registered(slug);
    await cancelled(owner, AT);
    const before = await kinds();
    expect(await cancelled(token, AT)).toEqual({ ok: true });
    expect(await kinds()).toEqual(before);
  });
});
