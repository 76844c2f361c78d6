import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cancel } from "#lib/enrolment/seat/mutations";
import { readIncomingMail } from "#lib/jobs/mailbox";
import { retryAll, retryMail } from "#lib/notices/outbox/mutations";
import { countRefused, findMail } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { listRegistrants } from "#lib/roster/queries";
import { calendarId } from "#lib/seats/queries";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeWebinar } from "#tests/support/factories";
import { type ImapServer, imapServer } from "#tests/support/imap-server";
import { calendarReply, deliveryReport, oldBounce } from "#tests/support/incoming";
import { mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

let box: ImapServer;
beforeEach(async () => {
  box = await imapServer();
  vi.stubEnv("IMAP_URL", box.url);
  rereadEnv();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rereadEnv();
  await box.close();
});

const seen = (flags: string[]) => flags.includes("\\Seen");

async function seated() {
  const webinar = await makeWebinar();
  const token = await registered(webinar.slug);
  const [mail] = await mails();
  if (!mail?.registrationId) throw new Error("nothing was written");
  await db.outgoingMail.update({ where: { id: mail.id }, data: { status: "sent", sentAt: AT } });
  const uid = `${calendarId(mail.registrationId)}@portail.example`;
  return { webinar, token, mailId: mail.id, registrationId: mail.registrationId, uid };
}

const filler = (length: number) => `${"550 no such user".padEnd(69)}\n`.repeat(Math.ceil(length / 70));

const kinds = async () => (await mails()).map(({ kind }) => kind);

describe("a message that comes back", () => {
  test.each([
    ["a report that names its envelope", (id: string) => deliveryReport(id)],
    ["a report that holds its headers", (id: string) => deliveryReport(id, { envelope: false })],
    [
      "a report about the mailbox to which it was forwarded",
      (id: string) => deliveryReport(id, { to: "ailleurs@exemple.net" }),
    ],
    ["what old servers write", (id: string) => oldBounce(id)],
  ])("%s: it is shown on its registrant, where the address is corrected", async (_, bounce) => {
    const { mailId, webinar } = await seated();
    const editor = await makeEditor();
    box.receive(bounce(mailId));
    await readIncomingMail(later(MINUTE));
    const mail = await findMail(editor, mailId);
    expect(mail).toMatchObject({ status: "failed", bouncedAt: later(MINUTE), stale: true });
    expect(mail?.lastError).toMatch(/^Revenu\u00A0: .+/);
    expect(await countRefused(editor, AT)).toBe(1);
    const { items } = await listRegistrants(editor, webinar.id, { page: 1, q: "" } as never);
    expect(items).toMatchObject([{ mailId }]);
    expect(box.flags().map(seen)).toEqual([true]);
  });

  test("cannot leave again with links that were struck out", async () => {
    const { mailId } = await seated();
    const editor = await makeEditor();
    box.receive(deliveryReport(mailId));
    await readIncomingMail(AT);
    expect(await retryMail(editor, mailId, AT)).toEqual({ ok: false, reason: "stale" });
    expect(await retryAll(editor, AT)).toBe(0);
  });

  test("says why in five hundred characters at most", async () => {
    const { mailId } = await seated();
    box.receive(deliveryReport(mailId).replace("User unknown", "x".repeat(190)).replace("550 5.1.1", "9".repeat(400)));
    await readIncomingMail(AT);
    const { lastError } = await db.outgoingMail.findUniqueOrThrow({ where: { id: mailId } });
    expect(lastError).toMatch(/^Revenu\u00A0: 9{400} /);
    expect(lastError?.replace("Revenu\u00A0: ", "")).toHaveLength(500);
  });

  test("the same report again changes nothing", async () => {
    const { mailId } = await seated();
    box.receive(deliveryReport(mailId));
    await readIncomingMail(AT);
    box.receive(deliveryReport(mailId));
    await readIncomingMail(later(MINUTE));
    expect(await db.outgoingMail.findUnique({ where: { id: mailId } })).toMatchObject({ bouncedAt: AT });
  });

  test.each([
    ["a delay", (id: string) => deliveryReport(id, { action: "delayed" })],
    ["a delay of an old server", (id: string) => oldBounce(id, "Delivery is delayed. We will keep trying.")],
    ["a report about another message", () => deliveryReport("01a22732-2d1c-70fb-9b19-aeb321e676f4")],
    [
      "somebody who answers",
      (id: string) =>
        `From: elodie@exemple.fr\nTo: portail@exemple.fr\nSubject: Re: failure notice\nIn-Reply-To: <${id}@portail.example>\n\n550 no such user\n`,
    ],
    ["what names our message after two hundred thousand characters", (id: string) => oldBounce(id, filler(200_000))],
    ["an address alone", () => oldBounce("x", "elodie@exemple.fr: 550 no such user")],
  ])("%s is none", async (_, raw) => {
    const { mailId } = await seated();
    box.receive(raw(mailId));
    await readIncomingMail(AT);
    expect(await db.outgoingMail.findUnique({ where: { id: mailId } })).toMatchObject({ status: "sent" });
  });
});

describe("a refusal in a calendar", () => {
  test("cancels nothing: a message leads to the cancellation, once", async () => {
    const { uid, registrationId } = await seated();
    box.receive(calendarReply(uid));
    box.receive(calendarReply(uid));
    await readIncomingMail(AT);
    box.receive(calendarReply(uid));
    await readIncomingMail(later(MINUTE));
    expect(await kinds()).toEqual(["registration-confirmed", "calendar-declined"]);
    const declined = (await mails())[1];
    expect(declined).toMatchObject({ to: "elodie@exemple.fr", registrationId });
    expect(declined?.text).toMatch(/Annuler mon inscription\u00A0: \S+\/inscriptions\/[\w-]{43}/);
    expect(await db.registration.findMany({ select: { status: true } })).toEqual([{ status: "confirmed" }]);
    expect(box.flags().every(seen)).toBe(true);
  });

  test.each([
    ["an acceptance", { partstat: "ACCEPTED" }],
    ["the name of somebody else", { attendee: "autre@exemple.fr" }],
    ["a machine", { headers: "Auto-Submitted: auto-replied\n" }],
    ["what is no answer", { method: "REQUEST" }],
  ])("%s does nothing, and is left for humans", async (_, changes) => {
    const { uid } = await seated();
    box.receive(calendarReply(uid, changes));
    await readIncomingMail(AT);
    expect(await kinds()).toEqual(["registration-confirmed"]);
    expect(box.flags().map(seen)).toEqual([false]);
  });

  test("is not looked for behind what is too large for an answer", async () => {
    const { uid } = await seated();
    const behind = (length: number) =>
      calendarReply(uid).replace(
        "--B\nContent-Type: text/calendar",
        `--B\nContent-Type: application/octet-stream\n\n${filler(length)}\n--B\nContent-Type: text/calendar`,
      );
    box.receive(behind(260_000));
    await readIncomingMail(AT);
    expect(box.flags().map(seen)).toEqual([false]);
    box.receive(behind(100_000));
    await readIncomingMail(later(MINUTE));
    expect(box.flags().map(seen)).toEqual([false, true]);
  });

  test("of an unknown event, or of a seat given back, does nothing", async () => {
    const { uid, token, webinar } = await seated();
    box.receive(calendarReply("inconnu@portail.example"));
    box.receive(calendarReply(uid.replace("portail.example", "ailleurs.example")));
    await readIncomingMail(AT);
    await cancel(token, webinar.slug, null, AT);
    box.receive(calendarReply(uid));
    await readIncomingMail(AT);
    expect(await kinds()).not.toContain("calendar-declined");
  });
});

test("what cannot be read holds nothing back, and what was read is not read again", async () => {
  const { mailId } = await seated();
  box.receive(`Subject: ${"x".repeat(300_000)}\n\nrien\n`);
  box.receive(deliveryReport(mailId));
  await readIncomingMail(AT);
  expect(await db.outgoingMail.findUnique({ where: { id: mailId } })).toMatchObject({ status: "failed" });
  const [cursor] = await db.mailboxCursor.findMany();
  expect(cursor).toMatchObject({ lastUid: 2n });
  expect(cursor?.mailbox).not.toContain("testpass");
});

test("a mailbox that was in use is read from its last two hundred messages on, fifty at a time", async () => {
  for (let message = 0; message < 205; message += 1) box.receive("Subject: rien\n\nrien\n");
  const reached = async () => (await db.mailboxCursor.findFirstOrThrow()).lastUid;
  await readIncomingMail(AT);
  expect(await reached()).toBe(55n);
  await readIncomingMail(later(MINUTE));
  expect(await reached()).toBe(105n);
});
