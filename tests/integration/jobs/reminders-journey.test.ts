import { beforeEach, describe, expect, test } from "vitest";
import { setReminders } from "#lib/enrolment/person/mutations";
import { cancel } from "#lib/enrolment/seat/mutations";
import { writePlannedMessages } from "#lib/jobs/planned-messages";
import { fromParis, wallClockInParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { deliverThrough, withMailServer } from "#tests/support/delivery";
import { makeWebinar } from "#tests/support/factories";
import { lineOf, mailboxToken, registered } from "#tests/support/registrations";

/** From the registration to the mailbox: what a person receives, minute after minute. */

const server = withMailServer();
let startsAt: Date;
let webinar: { id: string; slug: string };

async function session(paris: string): Promise<void> {
  startsAt = fromParis(paris) ?? AT;
  webinar = await makeWebinar({ startsAt, publishedAt: later(-60 * DAY, startsAt) });
}
beforeEach(() => session("2027-01-21T13:00"));

const ahead = (milliseconds: number) => later(-milliseconds, startsAt);

async function deliver(at: Date): Promise<void> {
  const waiting = await db.outgoingMail.findMany({ where: { status: "queued" }, orderBy: { id: "asc" } });
  for (const { id } of waiting) await deliverThrough(id, server.transport, () => at);
}

/** Time passes; each reminder is noted with the hour of Paris at which it left. */
async function live(from: Date, to: Date, step: number): Promise<string[]> {
  const left: string[] = [];
  for (let at = from; at <= to; at = later(step, at)) {
    await writePlannedMessages(at);
    await deliver(at);
    const sent = await db.outgoingMail.findMany({ where: { sentAt: at, kind: { startsWith: "reminder" } } });
    left.push(...sent.map(({ kind }) => `${kind} ${wallClockInParis(at)}`));
  }
  return left;
}

describe("reminders", () => {
  test("who registers two hours before gets the last one, and no other", async () => {
    await registered(webinar.slug, {}, ahead(2 * HOUR));
    expect(await live(ahead(2 * HOUR), later(HOUR, startsAt), 10 * MINUTE)).toEqual(["reminder-hour 2027-01-21T12:00"]);
  });

  test.each([
    ["in the week of the change to summer", "2027-03-28T13:00", ["2027-03-21T13:00", "2027-03-27T13:00"]],
    ["in the week of the change to winter", "2026-10-25T13:00", ["2026-10-18T13:00", "2026-10-24T13:00"]],
  ])("%s they leave at the hour of the session in Paris", async (_, start, [week, day]) => {
    await session(start);
    await registered(webinar.slug, {}, ahead(20 * DAY));
    expect(await live(ahead(8 * DAY), later(2 * DAY, startsAt), HOUR)).toEqual([
      `reminder-week ${week}`,
      `reminder-day ${day}`,
      `reminder-hour ${wallClockInParis(ahead(HOUR))}`,
    ]);
  });

  test("a seat given back between the writing and the sending is not reminded of", async () => {
    const token = await registered(webinar.slug, {}, ahead(20 * DAY));
    await deliver(ahead(20 * DAY));
    await writePlannedMessages(ahead(DAY));
    await cancel(token, webinar.slug, null, ahead(DAY));
    await deliver(ahead(DAY - MINUTE));
    expect(server.sink.messages.map(({ subject }) => subject)).not.toContainEqual(expect.stringContaining("demain"));
    expect(await live(ahead(DAY - HOUR), later(HOUR, startsAt), HOUR)).toEqual([]);
  });

  test("whoever refuses them keeps their seat", async () => {
    await registered(webinar.slug, {}, ahead(20 * DAY));
    const token = await mailboxToken();
    await deliver(ahead(20 * DAY));
    await writePlannedMessages(ahead(DAY));
    expect(await setReminders(token, false, ahead(DAY))).toEqual({ ok: true });
    expect(await live(ahead(DAY), later(HOUR, startsAt), HOUR)).toEqual([]);
    expect((await lineOf(webinar.id)).map(({ status }) => status)).toEqual(["confirmed"]);
  });
});
