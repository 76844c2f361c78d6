import { PgBoss } from "pg-boss";
import { describe, expect, test } from "vitest";
import { dropQueued, enqueueMail, enqueueMails } from "#lib/mail/outbox-mutations";
import { waitingMails } from "#lib/mail/queries";
import { MAIL_QUEUE, REMINDER_KINDS } from "#lib/mail/schema";
import { priorityOf } from "#lib/notices/rules";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeMail, makeRegistration } from "#tests/support/factories";
import { liveJobs, withQueues } from "#tests/support/registrations";

withQueues();

describe("enqueueMail", () => {
  const mail = { kind: "registration-confirmed", priority: 1, to: "a@exemple.fr", subject: "S", text: "T", html: "H" };

  test("writes message and job in the caller's transaction: what fails after takes both away", async () => {
    const failing = db.$transaction(async (tx) => {
      await enqueueMail(tx, mail, AT);
      throw new Error("too late");
    });
    await expect(failing).rejects.toThrow("too late");
    expect(await db.outgoingMail.count()).toBe(0);
    expect(await liveJobs()).toEqual([]);
  });

  test("shows neither to anybody before the transaction ends", async () => {
    await db.$transaction(async (tx) => {
      await enqueueMail(tx, mail, AT);
      expect(await db.outgoingMail.count()).toBe(0);
      expect(await liveJobs()).toEqual([]);
    });
    expect(await liveJobs()).toHaveLength(1);
  });

  test("keeps what delivery needs to know", async () => {
    const known = { emailKey: "a@exemple.fr", staleAt: later(MINUTE), unsubscribeUrl: "https://portail.example/x" };
    const calendar = { method: "CANCEL", content: "BEGIN:VCALENDAR" } as const;
    await db.$transaction((tx) => enqueueMail(tx, { ...mail, ...known, calendar, key: "k" }, AT));
    const [row] = await db.outgoingMail.findMany();
    expect(row).toMatchObject({ ...known, calendar: "BEGIN:VCALENDAR", calendarMethod: "CANCEL", key: "k" });
  });

  test("announces a thing once, and the transaction of whoever says it again goes on", async () => {
    const keyed = { ...mail, key: "reminder-day:x" };
    expect(await db.$transaction((tx) => enqueueMail(tx, keyed, AT))).toBeTypeOf("string");
    const second = await db.$transaction(async (tx) => {
      const outcome = await enqueueMail(tx, keyed, AT);
      await enqueueMail(tx, mail, AT);
      return outcome;
    });
    expect(second).toBeNull();
    expect(await db.outgoingMail.count()).toBe(2);
    expect(await liveJobs()).toHaveLength(2);
  });

  test("of two that announce the same thing together, the first is written", async () => {
    const keyed = (to: string) => ({ ...mail, to, key: "reminder-day:z" });
    const both = [keyed("premier@exemple.fr"), keyed("second@exemple.fr")];
    expect(await db.$transaction((tx) => enqueueMails(tx, both, AT))).toEqual([expect.any(String), null]);
    expect(await db.outgoingMail.findMany({ select: { to: true } })).toEqual([{ to: "premier@exemple.fr" }]);
  });

  test("announces it once when several say it at the same instant", async () => {
    const keyed = { ...mail, key: "reminder-day:y" };
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => db.$transaction((tx) => enqueueMail(tx, keyed, AT))),
    );
    expect(outcomes.filter((id) => id !== null)).toHaveLength(1);
    expect(await db.outgoingMail.count()).toBe(1);
    expect(await liveJobs()).toHaveLength(1);
  });

  test("lets what answers somebody leave before what was written to everybody", async () => {
    for (const kind of ["announcement", "reminder-day", mail.kind, "survey"])
      await db.$transaction((tx) => enqueueMail(tx, { ...mail, kind, priority: priorityOf(kind) }, AT));
    const boss = new PgBoss({ connectionString: databaseUrl(), max: 1, supervise: false, schedule: false });
    await boss.start();
    const [first, ...others] = await boss.fetch<{ id: string }>(MAIL_QUEUE);
    await boss.stop({ graceful: false });
    expect(others).toEqual([]);
    expect(await db.outgoingMail.findUnique({ where: { id: first?.data.id } })).toMatchObject({ kind: mail.kind });
  });
});

describe("dropWaiting", () => {
  const states = async () => {
    const rows = await db.outgoingMail.findMany({ orderBy: { id: "asc" } });
    return rows.map(({ kind, status }) => `${kind} ${status}`);
  };

  test("takes back what waits, of these kinds and these people only", async () => {
    const [mine, other] = [await makeRegistration(), await makeRegistration()];
    const about = { kind: "reminder-day", registrationId: mine.id };
    await makeMail(about);
    await makeMail({ ...about, kind: "reminder-hour", status: "sent" });
    await makeMail({ ...about, kind: "registration-confirmed" });
    await makeMail({ ...about, kind: "reminder-week", registrationId: other.id });
    await db.$transaction((tx) => dropQueued(tx, mine.id, REMINDER_KINDS));
    expect(await states()).toEqual([
      "reminder-day dropped",
      "reminder-hour sent",
      "registration-confirmed queued",
      "reminder-week queued",
    ]);
    await db.$transaction((tx) => dropQueued(tx, [mine.id, other.id], REMINDER_KINDS));
    expect((await states()).at(-1)).toBe("reminder-week dropped");
  });

  test("does not wait for the one that is leaving", async () => {
    const { id: registrationId } = await makeRegistration();
    const { id } = await makeMail({ kind: "reminder-day", registrationId });
    await db.$transaction(async (leaving) => {
      await leaving.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "id" = ${id}::uuid FOR UPDATE`;
      await db.$transaction((tx) => dropQueued(tx, registrationId, REMINDER_KINDS));
    });
    expect(await states()).toEqual(["reminder-day queued"]);
  });
});

test("waitingMails goes through what waits, in order, in batches", async () => {
  const ids = [await makeMail(), await makeMail(), await makeMail()].map(({ id }) => id);
  await makeMail({ status: "sent" });
  await makeMail({ createdAt: later(MINUTE) });
  const before = later(MINUTE);
  expect(await waitingMails(before, 2)).toEqual(ids.slice(0, 2));
  expect(await waitingMails(before, 2, ids[1])).toEqual(ids.slice(2));
});
