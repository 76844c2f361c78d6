import { describe, expect, test } from "vitest";
import { answerOffer, cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { serveWaitlist } from "#lib/notices/mutations";
import { db } from "#lib/platform/db";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { sequenceAt } from "#lib/seats/rules";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { lineOf, mailboxToken, mails, registered, seatOf, withQueues } from "#tests/support/registrations";

withQueues();

const address = (name: string) => `${name}@exemple.fr`;
const enters = (slug: string, name: string, at = AT) => registered(slug, { email: address(name), firstName: name }, at);
const states = async (id: string) =>
  Object.fromEntries((await lineOf(id)).map(({ email, status }) => [email.split("@")[0], status]));
const lettersTo = async (name: string) =>
  (await mails()).filter(({ to }) => to === address(name)).map(({ kind }) => kind);

/** A session for one person, held by « a », with « b », « c »… in line; tokens by name. */
async function queue(names: string, overrides: Parameters<typeof makeWebinar>[0] = {}) {
  const webinar = await makeWebinar({ capacity: 1, ...overrides });
  const tokens: Record<string, string> = {};
  for (const name of names) tokens[name] = await enters(webinar.slug, name);
  return { ...webinar, tokenOf: (name: string) => tokens[name] ?? "" };
}

/** Changes the number of seats as the back office does. */
async function resize(id: string, capacity: number | null, at = AT) {
  await underLock([id], async (tx) => {
    const row = await tx.webinar.findUniqueOrThrow({ where: { id } });
    const { startsAt, durationMinutes } = row;
    const same = { startsAt, durationMinutes, cancelled: false };
    await tx.webinar.update({ where: { id }, data: { capacity } });
    const change = { before: { ...same, capacity: row.capacity }, after: { ...same, capacity } };
    await notifyWebinarChange(tx, id, change, at);
  });
}

describe("a full session", () => {
  test("puts newcomers in line, and tells each where they stand", async () => {
    await queue("abc");
    expect(await seatOf(await mailboxToken("b@exemple.fr"))).toMatchObject({ state: "waiting", position: 1 });
    expect(await seatOf(await mailboxToken("c@exemple.fr"))).toMatchObject({ state: "waiting", position: 2 });
    const letter = (await mails()).find(({ to }) => to === address("c"));
    expect(letter).toMatchObject({ kind: "registration-waiting", calendar: null });
    expect(letter?.text).toContain("position\u00A02");
  });

  test("offers a freed seat to the first in line, for 24 hours, and to nobody else", async () => {
    const { id, slug, tokenOf } = await queue("abc");
    await cancel(tokenOf("a"), slug, null, AT);
    expect(await states(id)).toEqual({ a: "cancelled", b: "offered", c: "waiting" });
    expect(await seatOf(await mailboxToken(address("b")))).toMatchObject({
      state: "offered",
      offerExpiresAt: later(DAY),
    });
    expect(await seatOf(await mailboxToken("c@exemple.fr"))).toMatchObject({ state: "waiting", position: 1 });
    expect(await lettersTo("b")).toEqual(["registration-waiting", "seat-offered"]);
    expect((await mails()).at(-1)).toMatchObject({ kind: "seat-offered", staleAt: later(DAY) });
    expect(await lettersTo("c")).toEqual(["registration-waiting"]);
  });

  test("lets nobody overtake: a newcomer stands behind, even while a seat is only offered", async () => {
    const { slug, tokenOf } = await queue("ab");
    await cancel(tokenOf("a"), slug, null, AT);
    expect(await seatOf(await enters(slug, "z"))).toMatchObject({ state: "waiting", position: null });
    expect(await seatOf(await mailboxToken("z@exemple.fr"))).toMatchObject({ state: "waiting", position: 1 });
  });

  test("tells whoever types their address again that their offer has lapsed", async () => {
    const { slug, tokenOf } = await queue("ab");
    await cancel(tokenOf("a"), slug, null, AT);
    await enters(slug, "b", later(DAY));
    expect(await lettersTo("b")).toEqual(["registration-waiting", "seat-offered", "offer-expired"]);
  });

  test("gives the seat at once when there is no time left to ask", async () => {
    const { id, slug, startsAt, tokenOf } = await queue("ab");
    await cancel(tokenOf("a"), slug, null, later(-2 * HOUR, startsAt));
    expect(await states(id)).toEqual({ a: "cancelled", b: "confirmed" });
    const letter = (await mails()).at(-1);
    expect(letter).toMatchObject({ kind: "seat-given", calendarMethod: "REQUEST", staleAt: later(HOUR, startsAt) });
  });
});

describe("an offer", () => {
  test("accepted, becomes a seat that calendars learn; a second press changes nothing", async () => {
    const { id, slug, tokenOf } = await queue("ab");
    await cancel(tokenOf("a"), slug, null, AT);
    const token = await mailboxToken(address("b"));
    expect(await answerOffer(token, slug, "accept", later(HOUR))).toEqual({ ok: true });
    expect(await answerOffer(token, slug, "accept", later(HOUR))).toEqual({ ok: true });
    expect(await states(id)).toEqual({ a: "cancelled", b: "confirmed" });
    expect(await lettersTo("b")).toEqual(["registration-waiting", "seat-offered", "registration-confirmed"]);
    expect((await mails()).at(-1)?.calendarMethod).toBe("REQUEST");
  });

  test("declined, goes to the next in line at once", async () => {
    const { id, slug, tokenOf } = await queue("abc");
    await cancel(tokenOf("a"), slug, null, AT);
    await answerOffer(await mailboxToken(address("b")), slug, "decline", AT);
    expect(await states(id)).toEqual({ a: "cancelled", b: "cancelled", c: "offered" });
    // No calendar ever knew of this seat: none is told that it is gone.
    expect(
      (await mails()).find(({ kind, to }) => kind === "registration-cancelled" && to === address("b"))?.calendar,
    ).toBeNull();
  });

  test("unanswered, expires and goes to the next; it can no longer be accepted", async () => {
    const { id, slug, tokenOf } = await queue("abc");
    await cancel(tokenOf("a"), slug, null, AT);
    const token = await mailboxToken(address("b"));
    const next = later(DAY);
    await underLock([id], (tx) => serveWaitlist(tx, id, next));
    expect(await states(id)).toEqual({ a: "cancelled", b: "expired", c: "offered" });
    expect(await answerOffer(token, slug, "accept", next)).toEqual({ ok: false, reason: "spent" });
    expect(await lettersTo("b")).toEqual(["registration-waiting", "seat-offered", "offer-expired"]);
  });

  test("is refused by the clock even before any job has noticed that it expired", async () => {
    const { id, slug, tokenOf } = await queue("ab");
    await cancel(tokenOf("a"), slug, null, AT);
    expect(await answerOffer(await mailboxToken(address("b")), slug, "accept", later(DAY + MINUTE))).toEqual({
      ok: false,
      reason: "spent",
    });
    expect(await states(id)).toEqual({ a: "cancelled", b: "expired" });
  });

  test("settled ten times, is made once", async () => {
    const { id, slug, tokenOf } = await queue("abc");
    await cancel(tokenOf("a"), slug, null, AT);
    await Promise.all(Array.from({ length: 10 }, () => underLock([id], (tx) => serveWaitlist(tx, id, AT))));
    expect(await lettersTo("b")).toEqual(["registration-waiting", "seat-offered"]);
    expect(await lettersTo("c")).toEqual(["registration-waiting"]);
  });
});

describe("the number of seats", () => {
  test("raised, gives seats at once, in order, offers first", async () => {
    const { id, slug, tokenOf } = await queue("abcde");
    await cancel(tokenOf("a"), slug, null, AT);
    await resize(id, 3);
    expect(await states(id)).toEqual({ a: "cancelled", b: "confirmed", c: "confirmed", d: "confirmed", e: "waiting" });
    expect(await lettersTo("c")).toEqual(["registration-waiting", "seat-given"]);
  });

  test("without limit any more, leaves nobody in line", async () => {
    const { id } = await queue("abcd");
    await resize(id, null);
    expect(new Set(Object.values(await states(id)))).toEqual(new Set(["confirmed"]));
  });

  test("lowered, evicts nobody and admits nobody until there is room", async () => {
    const { id, slug, tokenOf } = await queue("abcd", { capacity: 3 });
    await resize(id, 1);
    expect(await states(id)).toEqual({ a: "confirmed", b: "confirmed", c: "confirmed", d: "waiting" });
    await cancel(tokenOf("a"), slug, null, AT);
    await cancel(tokenOf("b"), slug, null, AT);
    expect(await states(id)).toMatchObject({ c: "confirmed", d: "waiting" });
    await cancel(tokenOf("c"), slug, null, AT);
    expect(await states(id)).toMatchObject({ d: "offered" });
  });

  test("lowered under two offers, takes the last one back", async () => {
    const { id, slug, tokenOf } = await queue("abcd", { capacity: 2 });
    for (const name of ["a", "b"]) await cancel(tokenOf(name), slug, null, AT);
    expect(await states(id)).toMatchObject({ c: "offered", d: "offered" });
    await resize(id, 1);
    expect(await states(id)).toMatchObject({ c: "offered", d: "waiting" });
  });

  test("lowered under an offer, puts its holder first in line again, and says so", async () => {
    const { id, slug, tokenOf } = await queue("abcd", { capacity: 2 });
    await cancel(tokenOf("a"), slug, null, AT);
    await resize(id, 1);
    expect(await states(id)).toMatchObject({ b: "confirmed", c: "waiting", d: "waiting" });
    expect(await answerOffer(await mailboxToken(address("c")), slug, "accept", AT)).toEqual({
      ok: false,
      reason: "spent",
    });
    expect(await seatOf(await mailboxToken("c@exemple.fr"))).toMatchObject({ position: 1 });
    expect((await mails()).at(-1)).toMatchObject({ kind: "offer-withdrawn", to: "c@exemple.fr" });
  });
});

describe("a change of mind", () => {
  test("within 24 hours, finds the seat again when it is free", async () => {
    const { slug, id } = await makeWebinar({ capacity: 2 });
    const token = await enters(slug, "a");
    await cancel(token, slug, "Un empêchement", AT);
    expect(await seatOf(token)).toMatchObject({ state: "cancelled", undoUntil: later(DAY) });
    expect(await reinstate(token, slug, later(DAY - MINUTE))).toEqual({ ok: true });
    expect(await states(id)).toEqual({ a: "confirmed" });
    const [confirmed, cancelled, again] = await mails();
    const sequences = [confirmed, cancelled, again].map((mail) => /SEQUENCE:(\d+)/.exec(mail?.calendar ?? "")?.[1]);
    expect(sequences.map(Number)).toEqual([sequenceAt(AT), sequenceAt(AT) + 1, sequenceAt(later(DAY - MINUTE))]);
    expect(await db.registration.findFirst()).toMatchObject({ cancellationReason: null });
  });

  test("joins the end of the line when somebody was offered the seat", async () => {
    const { id, slug, tokenOf } = await queue("abc");
    await cancel(tokenOf("a"), slug, null, AT);
    await reinstate(tokenOf("a"), slug, AT);
    expect(await states(id)).toEqual({ b: "offered", c: "waiting", a: "waiting" });
    expect(await seatOf(await mailboxToken("a@exemple.fr"))).toMatchObject({ position: 2 });
  });

  test("comes too late after 24 hours, or once the session has begun", async () => {
    const { slug, startsAt } = await makeWebinar();
    const token = await enters(slug, "a");
    await cancel(token, slug, null, AT);
    expect(await reinstate(token, slug, later(DAY))).toEqual({ ok: false, reason: "late" });
    expect(await reinstate(token, slug, startsAt)).toEqual({ ok: false, reason: "started" });
  });

  test("behind the link of somebody who typed another's address, only looks so", async () => {
    const { id, slug } = await makeWebinar();
    await enters(slug, "a");
    const receipt = await enters(slug, "a");
    await cancel(receipt, slug, null, AT);
    expect(await seatOf(receipt)).toMatchObject({ state: "cancelled", undoUntil: later(DAY) });
    await reinstate(receipt, slug, AT);
    expect(await seatOf(receipt)).toMatchObject({ state: "confirmed" });
    expect(await states(id)).toEqual({ a: "confirmed" });
  });
});
