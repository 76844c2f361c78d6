import { describe, expect, test } from "vitest";
import { findOutboxStop } from "#lib/mail/queries";
import { REFUSALS_IN_A_ROW, resumeByHand } from "#lib/mail/stop-mutations";
import { retryAll } from "#lib/notices/outbox/mutations";
import { db } from "#lib/platform/db";
import { AT, later, MINUTE } from "#tests/support/clock";
import { deliverThrough, rereadMail, withMailServer } from "#tests/support/delivery";
import { makeEditor, makeMail, makeRegistration } from "#tests/support/factories";
import { liveJobs } from "#tests/support/registrations";

const server = withMailServer();
const NOBODY = { code: 550, message: "5.1.1 no such mailbox", step: "recipient" } as const;
const NOT_OURS = { code: 553, message: "5.7.1 Sender address rejected: not owned", step: "recipient" } as const;

const mailTo = (to: string, createdAt = AT) => makeMail({ to, emailKey: to, createdAt });
const addresses = (count: number, from = 0) => Array.from({ length: count }, (_, rank) => `p${from + rank}@exemple.fr`);
const deliver = (id: string, at = AT) => deliverThrough(id, server.transport, () => at);

async function refuse(count: number, answer: Parameters<typeof server.sink.answer>[0] = NOBODY, at = AT) {
  server.sink.answer(answer);
  const mails = await Promise.all(addresses(count).map((to) => mailTo(to)));
  for (const { id } of mails) await deliver(id, at);
  return mails.map(({ id }) => id);
}

const statuses = async (ids: string[]) => Promise.all(ids.map(async (id) => (await rereadMail(id)).status));

describe("refusals in a row", () => {
  test.each([
    ["of the recipients", NOBODY],
    ["of the sender", NOT_OURS],
  ])("%s stop the outbox, and nothing is lost", async (_, answer) => {
    const ids = await refuse(REFUSALS_IN_A_ROW, answer);
    expect(await statuses(ids)).toEqual(ids.map(() => "queued"));
    expect(await findOutboxStop(null)).toEqual({ since: AT, words: `${answer.code} ${answer.message}` });

    const { id } = await mailTo("autre@exemple.fr");
    server.sink.answer("accept");
    expect(await deliver(id, later(MINUTE - 1))).toBe("again");
    expect(server.sink.messages).toEqual([]);
    expect(await rereadMail(id)).toMatchObject({ attempts: 0 });
  });

  test("fewer than that, or of one person, stop nothing", async () => {
    const ids = await refuse(REFUSALS_IN_A_ROW - 1);
    expect(await statuses(ids)).toEqual(ids.map(() => "failed"));
    for (let again = 0; again < REFUSALS_IN_A_ROW; again++) await deliver((await mailTo("p0@exemple.fr")).id);
    expect(await findOutboxStop(null)).toBeNull();
  });

  test("are counted since the last message that was accepted", async () => {
    await refuse(REFUSALS_IN_A_ROW - 1);
    server.sink.answer("accept");
    expect(await deliver((await mailTo("lue@exemple.fr")).id, later(1))).toBe("settled");
    server.sink.answer(NOBODY);
    expect(await deliver((await mailTo("fausse@exemple.fr")).id, later(2))).toBe("refused");
    expect(await findOutboxStop(null)).toBeNull();
  });

  test("are told in the words of the last one", async () => {
    await refuse(REFUSALS_IN_A_ROW - 1);
    server.sink.answer(NOT_OURS);
    await deliver((await mailTo("derniere@exemple.fr")).id, later(1));
    expect(await findOutboxStop(null)).toEqual({ since: later(1), words: `${NOT_OURS.code} ${NOT_OURS.message}` });
  });

  test("a server that is away or busy refuses nobody", async () => {
    await refuse(REFUSALS_IN_A_ROW, { code: 451, message: "later" });
    expect(await findOutboxStop(null)).toBeNull();
  });
});

describe("a stopped outbox", () => {
  test("tries one message a minute, and keeps it whatever is said of it", async () => {
    const [first = "", second = ""] = await refuse(REFUSALS_IN_A_ROW);
    const before = server.sink.attempts();
    expect(await deliver(first, later(MINUTE))).toBe("again");
    expect(await rereadMail(first)).toMatchObject({ status: "queued", attempts: 2 });
    expect(await deliver(second, later(MINUTE + 1))).toBe("again");
    expect(await rereadMail(second)).toMatchObject({ attempts: 1 });
    expect(server.sink.attempts()).toBe(before);
  });

  test("starts again by itself once a message is accepted, then gives up those whose address is false", async () => {
    const ids = await refuse(REFUSALS_IN_A_ROW);
    const { id: good } = await mailTo("lue@exemple.fr");
    server.sink.answer("accept");
    expect(await deliver(good, later(MINUTE))).toBe("settled");
    expect(await findOutboxStop(null)).toBeNull();
    server.sink.answer(NOBODY);
    for (const id of ids) expect(await deliver(id, later(2 * MINUTE))).toBe("refused");
    expect(await findOutboxStop(null)).toBeNull();
  });

  test("starts again when the team says so, and stops again when nothing was repaired", async () => {
    const editor = await makeEditor();
    const [first = ""] = await refuse(REFUSALS_IN_A_ROW, NOT_OURS);
    await resumeByHand(editor, AT);
    await resumeByHand(editor, AT);
    expect(await db.auditEntry.findMany({ select: { action: true } })).toEqual([{ action: "mail.resume" }]);
    expect(await deliver(first, later(1))).toBe("again");
    expect(await findOutboxStop(null)).toMatchObject({ since: later(1) });
    await resumeByHand(editor, AT);
    server.sink.answer("accept");
    expect(await deliver(first, later(2))).toBe("settled");
  });

  test("is one stop, whoever meets the refusals", async () => {
    server.sink.answer(NOBODY);
    const mails = await Promise.all(addresses(12).map((to) => mailTo(to)));
    await Promise.all(mails.map(({ id }) => deliver(id)));
    expect(await db.outboxStop.count()).toBe(1);
  });
});

test("all that was refused and is still true leaves again at once", async () => {
  const editor = await makeEditor();
  const { id: registrationId } = await makeRegistration();
  const refused = { status: "failed", attempts: 1, lastError: "550 no" } as const;
  const untrue = await makeMail({ ...refused, kind: "registration-confirmed", registrationId });
  const cancelled = await makeMail({ ...refused, kind: "webinar-cancelled", registrationId });
  const late = await makeMail({ ...refused, staleAt: AT });
  const other = await makeMail(refused);
  expect(await retryAll(editor, AT)).toBe(2);
  expect(await statuses([untrue.id, cancelled.id, late.id, other.id])).toEqual([
    "failed",
    "queued",
    "failed",
    "queued",
  ]);
  expect((await liveJobs()).map(({ key }) => key).sort()).toEqual([cancelled.id, other.id].sort());
  expect(await rereadMail(other.id)).toMatchObject({ attempts: 0, lastError: null });
  expect(await db.auditEntry.findMany({ select: { action: true, details: true } })).toEqual([
    { action: "mail.retry-all", details: { count: 2 } },
  ]);
  expect(await retryAll(editor, AT)).toBe(0);
});
