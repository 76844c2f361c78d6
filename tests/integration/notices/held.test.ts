import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { sendLinks } from "#lib/enrolment/person/mutations";
import { cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { tellHeldNotices } from "#lib/jobs/held-notices";
import { writtenLately } from "#lib/notices/held/queries";
import { db } from "#lib/platform/db";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeMail, makeWebinar } from "#tests/support/factories";
import { input, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const kinds = async () => (await mails()).map(({ kind }) => kind);
const held = () => db.heldNotice.count();
const sequenceOf = (calendar: string | null) => Number(/SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1]);

/** Cancels, undoes, cancels… one act every so often. @returns the instant after the last one */
async function toggle(token: string, slug: string, times: number, from: Date, every = 350): Promise<Date> {
  let at = from;
  for (let time = 0; time < times; time++, at = later(every, at)) {
    const outcome = time % 2 ? await reinstate(token, slug, at) : await cancel(token, slug, null, at);
    expect(outcome.ok).toBe(true);
  }
  return at;
}

describe("cancelling and undoing in turn on a screen’s link", () => {
  test("writes six messages, and the last state once it rests", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    const end = await toggle(token, slug, 40, AT);
    expect(await mails()).toHaveLength(6);
    expect(await tellHeldNotices(end)).toBe(0);
    expect(await tellHeldNotices(later(9 * MINUTE, end))).toBe(0);
    expect(await tellHeldNotices(later(10 * MINUTE, end))).toBe(1);
    expect(await tellHeldNotices(later(2 * HOUR, end))).toBe(0);
    const all = await mails();
    expect(all.map(({ kind }) => kind)).toEqual([
      "registration-confirmed",
      "registration-cancelled",
      "registration-confirmed",
      "registration-cancelled",
      "registration-confirmed",
      "registration-cancelled",
      "registration-confirmed",
    ]);
    const sequences = all.map(({ calendar }) => sequenceOf(calendar));
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
    const { sequence, status } = await db.registration.findFirstOrThrow({ include: { webinar: true } });
    expect(status).toBe("confirmed");
    expect(sequences.at(-1)).toBe(sequence);
    expect(all.at(-1)).toMatchObject({ calendarMethod: "REQUEST", status: "queued" });
  });

  test("ends with the cancellation when that is the last state, out of calendars too", async () => {
    const { slug } = await makeWebinar();
    const end = await toggle(await registered(slug), slug, 41, AT);
    await tellHeldNotices(later(10 * MINUTE, end));
    const all = await mails();
    expect(all).toHaveLength(7);
    expect(all.at(-1)).toMatchObject({ kind: "registration-cancelled", calendarMethod: "CANCEL" });
    const { sequence } = await db.registration.findFirstOrThrow();
    expect(sequenceOf(all.at(-1)?.calendar ?? null)).toBe(sequence);
  });

  test("tells something within the hour, even to whom it never rests, and never more than ten", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    let at = AT;
    for (let turn = 0; turn < 15; turn++) {
      at = await toggle(token, slug, 2, at, 4 * MINUTE);
      await tellHeldNotices(at);
      const lately = await db.outgoingMail.count({ where: { createdAt: { gt: later(-HOUR, at) } } });
      expect(lately).toBeLessThanOrEqual(10);
    }
    expect((await mails()).length).toBeGreaterThan(6);
  });

  test("does not hold what a few acts tell", async () => {
    const { slug } = await makeWebinar();
    await toggle(await registered(slug), slug, 5, AT);
    expect(await mails()).toHaveLength(6);
    expect(await held()).toBe(0);
  });

  test("by twenty requests at once writes six messages at most", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    await Promise.all(
      Array.from({ length: 20 }, (_, time) => (time % 2 ? reinstate(token, slug, AT) : cancel(token, slug, null, AT))),
    );
    expect((await mails()).length).toBeLessThanOrEqual(6);
  });
});

describe("an address that somebody types again and again", () => {
  test("is registered at thirty sessions, gets ten messages an hour, and one for all that is left", async () => {
    const webinars = await Promise.all(Array.from({ length: 30 }, () => makeWebinar()));
    for (const { slug } of webinars) await registered(slug);
    expect(await kinds()).toEqual(Array(10).fill("registration-confirmed"));
    expect(await held()).toBe(20);
    await tellHeldNotices(later(30 * MINUTE));
    expect(await mails()).toHaveLength(10);
    await tellHeldNotices(later(HOUR));
    const all = await mails();
    expect(all).toHaveLength(11);
    const subjects = await db.mailSubject.findMany({ where: { mailId: all.at(-1)?.id ?? "" } });
    expect(subjects).toHaveLength(20);
    expect(await held()).toBe(0);
  });

  test("at sessions all asked for at once, on as many connections, gets ten messages", async () => {
    const webinars = await Promise.all(Array.from({ length: 16 }, () => makeWebinar()));
    await Promise.all(webinars.map(({ slug }) => registered(slug)));
    expect(await mails()).toHaveLength(10);
    expect(await db.registration.count({ where: { status: "confirmed" } })).toBe(16);
    await tellHeldNotices(later(HOUR));
    const told = await db.mailSubject.findMany({ where: { mail: { kind: "registration-confirmed" } } });
    expect(new Set(told.map(({ registrationId }) => registrationId)).size).toBe(16);
  });

  test("keeps what was asked for, links and confirmations, within the same number", async () => {
    const webinars = await Promise.all(Array.from({ length: 10 }, () => makeWebinar()));
    for (const { slug } of webinars) await registered(slug);
    await sendLinks("elodie@exemple.fr", later(MINUTE));
    await sendLinks("elodie@exemple.fr", later(2 * MINUTE));
    expect(await mails()).toHaveLength(10);
    await tellHeldNotices(later(HOUR + MINUTE));
    expect((await kinds()).slice(10)).toEqual(["personal-links"]);
  });

  test("does not take the messages of anybody else", async () => {
    const webinars = await Promise.all(Array.from({ length: 12 }, () => makeWebinar()));
    for (const { slug } of webinars) await registered(slug);
    await registered(webinars[0]?.slug ?? "", { email: "camille@exemple.fr" });
    expect(await db.outgoingMail.count({ where: { to: "camille@exemple.fr" } })).toBe(1);
  });
});

describe("what is held", () => {
  test("says the place in line of whoever gave their seat back and wants it again", async () => {
    const { slug } = await makeWebinar({ capacity: 1 });
    const token = await registered(slug);
    await toggle(token, slug, 5, AT);
    await register([slug], input({ email: "camille@exemple.fr" }), {}, later(MINUTE));
    await reinstate(token, slug, later(2 * MINUTE));
    expect(await db.registration.count({ where: { status: "waiting" } })).toBe(1);
    await tellHeldNotices(later(HOUR));
    const told = (await mails()).filter(({ to }) => to === "elodie@exemple.fr").slice(6);
    expect(told.map(({ kind, calendarMethod }) => [kind, calendarMethod])).toEqual([["registration-waiting", null]]);
  });

  test("is not told once the session is over, nor of somebody erased", async () => {
    const { slug, startsAt } = await makeWebinar();
    const token = await registered(slug);
    const end = await toggle(token, slug, 8, AT);
    await db.registration.updateMany({ data: { personId: null, anonymisedAt: end } });
    expect(await tellHeldNotices(later(HOUR, end))).toBe(0);
    const second = await makeWebinar({ startsAt });
    const other = await registered(second.slug, { email: "camille@exemple.fr" });
    await toggle(other, second.slug, 8, AT);
    expect(await tellHeldNotices(later(3 * HOUR, startsAt))).toBe(0);
  });
});

test("what was written of late is told of each in the order asked", async () => {
  const written = [2, 0, 1];
  const people = written.map((_, rank) => ({ emailKey: `personne-${rank}@exemple.fr`, registrationIds: [] }));
  for (const [rank, count] of written.entries())
    for (let mail = 0; mail < count; mail += 1) await makeMail({ emailKey: `personne-${rank}@exemple.fr` });
  const lately = await db.$transaction((tx) => writtenLately(tx, people, later(MINUTE)));
  expect(lately.map(({ person }) => person)).toEqual(written);
});
