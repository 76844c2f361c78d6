import { describe, expect, test } from "vitest";
import { retryMail } from "#lib/mail/mutations";
import { enqueueMail } from "#lib/mail/outbox";
import { findMail, listMails, waitingMails } from "#lib/mail/queries";
import { db } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, unknownId } from "#tests/support/factories";
import { liveJobs, withQueues } from "#tests/support/registrations";

withQueues();

const makeMail = (overrides: Partial<Prisma.OutgoingMailUncheckedCreateInput> = {}) =>
  db.outgoingMail.create({
    data: {
      kind: "registration-confirmed",
      to: "a@exemple.fr",
      subject: "Sujet",
      text: "Texte",
      html: "<p>Texte</p>",
      createdAt: AT,
      ...overrides,
    },
  });

describe("enqueueMail", () => {
  const mail = { kind: "registration-confirmed", to: "a@exemple.fr", subject: "S", text: "T", html: "H" };

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
});

describe("listMails", () => {
  test("newest first, with no body, and the page asked for or the last one", async () => {
    const editor = await makeEditor();
    for (let minute = 0; minute < 51; minute++)
      await makeMail({ subject: `${minute}`, createdAt: later(minute * MINUTE) });
    const first = await listMails(editor);
    expect(first).toMatchObject({ total: 51, page: 1, pageCount: 2 });
    expect(first.items.map(({ subject }) => subject).slice(0, 2)).toEqual(["50", "49"]);
    expect(first.items[0]).not.toHaveProperty("html");
    expect((await listMails(editor, { page: 9 })).items.map(({ subject }) => subject)).toEqual(["0"]);
    expect((await listMails(editor, { page: -1 })).page).toBe(1);
  });

  test("one state only, when asked", async () => {
    const editor = await makeEditor();
    await makeMail();
    await makeMail({ status: "failed", subject: "Refusé" });
    expect((await listMails(editor, { status: "failed" })).items.map(({ subject }) => subject)).toEqual(["Refusé"]);
    expect((await listMails(editor, { status: "sent" })).items).toEqual([]);
  });
});

test("findMail reads the whole message", async () => {
  const editor = await makeEditor();
  const { id } = await makeMail();
  expect(await findMail(editor, id)).toMatchObject({ text: "Texte", html: "<p>Texte</p>" });
  expect(await findMail(editor, unknownId())).toBeNull();
});

describe("retryMail", () => {
  test("gives a refused message all its tries again, a job and a line in the journal", async () => {
    const editor = await makeEditor();
    const { id } = await makeMail({ status: "failed", attempts: 294, lastError: "550 no" });
    expect(await retryMail(editor, id, AT)).toEqual({ ok: true });
    expect(await findMail(editor, id)).toMatchObject({ status: "queued", attempts: 0, lastError: null });
    expect(await liveJobs()).toMatchObject([{ key: id }]);
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "mail.retry", target: id, userId: editor.userId }]);
  });

  test("leaves alone what waits, what has left and what never was", async () => {
    const editor = await makeEditor();
    const queued = await makeMail();
    const sent = await makeMail({ status: "sent" });
    for (const id of [queued.id, sent.id, unknownId()])
      expect(await retryMail(editor, id, AT)).toEqual({ ok: false, reason: "not-refused" });
    expect(await liveJobs()).toEqual([]);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("two editors at once make one job", async () => {
    const editor = await makeEditor();
    const { id } = await makeMail({ status: "failed" });
    const outcomes = await Promise.all([retryMail(editor, id, AT), retryMail(editor, id, AT)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await liveJobs()).toHaveLength(1);
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
