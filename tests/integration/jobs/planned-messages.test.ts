import { describe, expect, test } from "vitest";
import { writePlannedMessages } from "#lib/jobs/planned-messages";
import { plannedStaleAt } from "#lib/notices/plan/rules";
import { db } from "#lib/platform/db";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeRegistration, makeWebinar } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

/** Two weeks after AT, at one in the afternoon in Paris. */
const START = later(14 * DAY + 3 * HOUR);
const ahead = (milliseconds: number) => later(-milliseconds, START);

const session = (overrides: Parameters<typeof makeWebinar>[0] = {}) =>
  makeWebinar({ startsAt: START, capacity: null, ...overrides });

const planned = async () => {
  const rows = await db.outgoingMail.findMany({ where: { key: { not: null } }, orderBy: { id: "asc" } });
  return rows.map(({ kind, to }) => ({ kind, to }));
};

describe("a reminder", () => {
  test("is written once, with its key, its end and a way to refuse it", async () => {
    const { id: webinarId } = await session();
    const { id, email } = await makeRegistration({ webinarId });
    expect(await writePlannedMessages(ahead(DAY))).toBe(1);
    expect(await writePlannedMessages(ahead(DAY))).toBe(0);
    const [mail] = await db.outgoingMail.findMany();
    expect(mail).toMatchObject({
      kind: "reminder-day",
      key: `reminder-day:${id}:${START.toISOString()}`,
      to: email,
      emailKey: email,
      registrationId: id,
      staleAt: later(-13 * HOUR, START),
      status: "queued",
    });
    expect(mail?.unsubscribeUrl).toMatch(/\/inscriptions\/[\w-]{43}\/rappels$/);
    expect(mail?.text).toMatch(/\/rejoindre\/[\w-]{43}/);
  });

  test("someone who registers two hours before gets the last one only, whenever the sweep passes", async () => {
    const { id: webinarId } = await session();
    const { email } = await makeRegistration({ webinarId, confirmedAt: ahead(2 * HOUR) });
    for (let minutes = 130; minutes >= -130; minutes -= 5) await writePlannedMessages(ahead(minutes * MINUTE));
    expect(await planned()).toEqual([{ kind: "reminder-hour", to: email }]);
  });

  test("someone who registered long before gets all three, in order", async () => {
    const { id: webinarId } = await session();
    const { email } = await makeRegistration({ webinarId, confirmedAt: AT });
    for (let hours = 9 * 24; hours > -48; hours -= 1) await writePlannedMessages(ahead(hours * HOUR));
    expect(await planned()).toEqual(
      ["reminder-week", "reminder-day", "reminder-hour"].map((kind) => ({ kind, to: email })),
    );
  });

  test("leaves out who waits, who gave their seat back, who asked for none, and whoever is erased", async () => {
    const { id: webinarId } = await session();
    const { email } = await makeRegistration({ webinarId });
    for (const status of ["waiting", "offered", "cancelled", "expired"] as const)
      await makeRegistration({ webinarId, status });
    await makeRegistration({ webinarId, remindersOffAt: AT });
    await makeRegistration({ webinarId, anonymisedAt: AT });
    await writePlannedMessages(ahead(DAY));
    expect(await planned()).toEqual([{ kind: "reminder-day", to: email }]);
  });

  test("no session that is hidden, cancelled, begun or without this reminder", async () => {
    const without = [
      { publishedAt: null },
      { publishedAt: ahead(DAY - 1) },
      { withdrawnAt: AT },
      { cancelledAt: AT },
      { startsAt: ahead(DAY) },
      { startsAt: ahead(DAY + 1) },
    ];
    for (const overrides of without) await makeRegistration({ webinarId: (await session(overrides)).id });
    const { id: webinarId } = await session();
    await makeRegistration({ webinarId });
    await db.disabledPlannedMail.create({ data: { webinarId, kind: "reminder-day" } });
    expect(await writePlannedMessages(ahead(DAY))).toBe(0);
  });

  test("a clock put back an hour, or forward two days, writes nothing twice and nothing too late", async () => {
    const { id: webinarId } = await session();
    await makeRegistration({ webinarId });
    expect(await writePlannedMessages(ahead(DAY))).toBe(1);
    expect(await writePlannedMessages(ahead(DAY + HOUR))).toBe(1);
    expect((await planned()).map(({ kind }) => kind)).toEqual(["reminder-day", "reminder-week"]);
    for (const at of [ahead(DAY), ahead(DAY - HOUR), ahead(-DAY)]) expect(await writePlannedMessages(at)).toBe(0);
  });

  test("several workers at the same instant write each message once", async () => {
    const { id: webinarId } = await session();
    for (let person = 0; person < 130; person++) await makeRegistration({ webinarId });
    const written = await Promise.all(Array.from({ length: 4 }, () => writePlannedMessages(ahead(HOUR))));
    expect(written.reduce((sum, count) => sum + count)).toBe(130);
    expect(new Set((await planned()).map(({ to }) => to)).size).toBe(130);
    expect(await db.outgoingMail.count()).toBe(130);
  });

  test("a text that fails at one session stops neither the others nor their reminders", async () => {
    const { id: broken } = await session();
    await makeRegistration({ webinarId: broken });
    await db.mailTemplate.create({
      data: { kind: "reminder-day", webinarId: broken, subject: "S", body: "{unknown}" },
    });
    const { email } = await makeRegistration({ webinarId: (await session()).id });
    expect(await writePlannedMessages(ahead(DAY))).toBe(1);
    expect(await planned()).toEqual([{ kind: "reminder-day", to: email }]);
  });
});

describe("a session that moves", () => {
  async function move(webinarId: string, startsAt: Date, at: Date): Promise<void> {
    const terms = { startsAt: START, durationMinutes: 60, cancelled: false, capacity: null };
    await underLock([webinarId], async (tx) => {
      await tx.webinar.update({ where: { id: webinarId }, data: { startsAt, sequence: { increment: 1 } } });
      await notifyWebinarChange(tx, webinarId, { before: terms, after: { ...terms, startsAt } }, at);
    });
  }
  const states = async () => {
    const rows = await db.outgoingMail.findMany({
      where: { kind: { startsWith: "reminder" } },
      orderBy: { id: "asc" },
    });
    return rows.map(({ kind, status }) => `${kind} ${status}`);
  };

  test("takes back the reminder that waits, and gets a new one for its new date", async () => {
    const { id: webinarId } = await session();
    await makeRegistration({ webinarId });
    await writePlannedMessages(ahead(DAY));
    await move(webinarId, later(3 * DAY, START), ahead(DAY - HOUR));
    expect(await states()).toEqual(["reminder-day dropped"]);
    await writePlannedMessages(later(2 * DAY, START));
    expect(await states()).toEqual(["reminder-day dropped", "reminder-day queued"]);
  });

  test("does not remind at once those who have just been told the new date", async () => {
    const { id: webinarId } = await session();
    await makeRegistration({ webinarId });
    await move(webinarId, later(3 * DAY, START), ahead(DAY));
    // Four days before the new date: the reminder of the week before was due three days ago.
    await writePlannedMessages(ahead(DAY - MINUTE));
    expect(await states()).toEqual([]);
  });

  test("brings the link of the room to those whom it finds less than an hour before", async () => {
    const { id: webinarId } = await session();
    await makeRegistration({ webinarId });
    await move(webinarId, ahead(HOUR / 2), ahead(HOUR));
    await writePlannedMessages(ahead(HOUR - MINUTE));
    expect(await states()).toEqual(["reminder-hour queued"]);
  });
});

describe("after the session", () => {
  const morning = later(20 * HOUR, START);
  const complete = { attendanceCompleteAt: later(HOUR, START) };
  const replay = { replayUrl: "https://video.example/1", replayPublishedAt: later(HOUR, START), ...complete };

  test("the replay is told to those who came and to those who could not, each in their words", async () => {
    const { id: webinarId } = await session(replay);
    const present = await makeRegistration({ webinarId, presentAt: START });
    const absent = await makeRegistration({ webinarId });
    const waiting = await makeRegistration({ webinarId, status: "waiting" });
    await makeRegistration({ webinarId, status: "cancelled" });
    await writePlannedMessages(morning);
    expect(await planned()).toEqual([
      { kind: "follow-up-present", to: present.email },
      { kind: "follow-up-absent", to: absent.email },
      { kind: "follow-up-absent", to: waiting.email },
    ]);
  });

  test("nobody is told that they were absent before the team has said that everybody is noted", async () => {
    const { id: webinarId } = await session({ ...replay, attendanceCompleteAt: null });
    const [came, late] = [await makeRegistration({ webinarId }), await makeRegistration({ webinarId })];
    expect(await writePlannedMessages(morning)).toBe(0);
    await db.registration.update({ where: { id: came.id }, data: { presentAt: START } });
    await writePlannedMessages(morning);
    expect(await planned()).toEqual([{ kind: "follow-up-present", to: came.email }]);
    await db.webinar.update({ where: { id: webinarId }, data: { attendanceCompleteAt: morning } });
    await writePlannedMessages(morning);
    expect(await planned()).toContainEqual({ kind: "follow-up-absent", to: late.email });
    // Whoever was told one thing is not told the contrary.
    await db.registration.updateMany({ where: { id: came.id }, data: { presentAt: null } });
    await db.registration.update({ where: { id: late.id }, data: { presentAt: START } });
    expect(await writePlannedMessages(later(HOUR, morning))).toBe(0);
  });

  test("what was said complete of a date is not of the next one", async () => {
    const { id: webinarId } = await session(replay);
    await makeRegistration({ webinarId });
    await db.webinar.update({ where: { id: webinarId }, data: { startsAt: later(DAY, START) } });
    expect(await writePlannedMessages(later(DAY, morning))).toBe(0);
  });

  test("waits until the public can watch it, then leaves once", async () => {
    const { id: webinarId } = await session({ replayUrl: replay.replayUrl, ...complete });
    await makeRegistration({ webinarId });
    expect(await writePlannedMessages(morning)).toBe(0);
    await db.webinar.update({ where: { id: webinarId }, data: { replayPublishedAt: later(5 * DAY, START) } });
    expect(await writePlannedMessages(later(5 * DAY - 1, START))).toBe(0);
    expect(await writePlannedMessages(later(5 * DAY, START))).toBe(1);
    expect(await writePlannedMessages(later(6 * DAY, START))).toBe(0);
  });

  test.each(["follow-up-absent", "survey"] as const)("%s still leaves as long as the plan awaits it", async (kind) => {
    const { id: webinarId } = await session({ ...replay, replayPublishedAt: later(25 * DAY, START) });
    const { email } = await makeRegistration({ webinarId, ...(kind === "survey" && { presentAt: START }) });
    await writePlannedMessages(later(-1, plannedStaleAt(kind, START)));
    expect(await planned()).toContainEqual({ kind, to: email });
  });

  test("the survey goes to those who came and have not answered", async () => {
    const { id: webinarId } = await session();
    const { email } = await makeRegistration({ webinarId, presentAt: START });
    await makeRegistration({ webinarId, presentAt: START, surveyAnswered: true });
    await makeRegistration({ webinarId, presentAt: START, remindersOffAt: AT });
    await makeRegistration({ webinarId });
    await writePlannedMessages(later(DAY, morning));
    expect(await planned()).toEqual([{ kind: "survey", to: email }]);
    const { unsubscribeUrl } = await db.outgoingMail.findFirstOrThrow({ where: { kind: "survey" } });
    expect(unsubscribeUrl).toMatch(/\/inscriptions\/[\w-]{43}\/rappels$/);
  });
});
