import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMail, MAX_ATTEMPTS } from "#lib/mail/delivery";
import { type MailTransport, openTransport } from "#lib/mail/transport";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { cancel } from "#lib/registrations/personal";
import { AT } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { type MailSink, mailSink } from "#tests/support/mail-sink";
import { mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

let sink: MailSink;
let transport: MailTransport;
const clock = () => AT;

function transportTo(url: string): MailTransport {
  const opened = openTransport({ ...env(), SMTP_URL: url, MAIL_FROM: "Le portail <portail@exemple.fr>" });
  if (!opened) throw new Error("no transport");
  return opened;
}

beforeAll(async () => {
  sink = await mailSink();
  transport = transportTo(sink.url);
});
beforeEach(() => {
  sink.messages.length = 0;
  sink.answer("accept");
});
afterAll(() => sink.close());

/** A message that waits. */
async function waiting() {
  await registered((await makeWebinar()).slug);
  const [mail] = await mails();
  if (!mail) throw new Error("nothing waits");
  return mail;
}

const reread = (id: string) => db.outgoingMail.findUniqueOrThrow({ where: { id } });

describe("a message that leaves", () => {
  test("has two forms, a calendar part and a stable identifier, and no one else in it", async () => {
    const mail = await waiting();
    expect(await deliverMail(mail.id, transport, clock)).toBe("settled");
    const [seen] = sink.messages as [ParsedMail];
    expect(seen.messageId).toBe(`<${mail.id}@portail.example>`);
    expect(seen.from?.value).toEqual([{ name: "Le portail", address: "portail@exemple.fr" }]);
    expect(seen.to).toMatchObject({ value: [{ address: "elodie@exemple.fr" }] });
    expect(seen.subject).toBe(mail.subject);
    expect(seen.headers.get("auto-submitted")).toBe("auto-generated");
    expect(seen.headers.has("reply-to")).toBe(false);
    expect(seen.text?.trim()).toBe(mail.text.trim());
    expect(seen.html).toContain('<html lang="fr">');
  });

  test("names the same method in its calendar part and in the file", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    for (const { id } of await mails()) await deliverMail(id, transport, clock);
    const methods = sink.messages.map(({ attachments }) =>
      attachments.map(({ contentType, content, headers }) => ({
        contentType,
        named: (headers.get("content-type") as { params?: { method?: string } } | undefined)?.params?.method,
        inside: /^METHOD:(\w+)\r$/m.exec(content.toString())?.[1],
      })),
    );
    expect(methods).toEqual(
      ["REQUEST", "CANCEL"].map((method) => [
        { contentType: "text/calendar", named: method, inside: method },
        { contentType: "application/ics", named: undefined, inside: method },
      ]),
    );
  });

  test("is struck of its personal links in the outbox, and reached its reader with them", async () => {
    const mail = await waiting();
    await deliverMail(mail.id, transport, clock);
    const after = await reread(mail.id);
    expect(after).toMatchObject({ status: "sent", sentAt: AT, attempts: 1, lastError: null });
    expect(after.text + after.html).not.toMatch(/inscriptions\/[\w-]{43}/);
    expect(after.text).toContain("/inscriptions/•••");
    expect(sink.messages[0]?.text).toMatch(/inscriptions\/[\w-]{43}/);
  });

  test("leaves once, whoever asks and however many at once", async () => {
    const { id } = await waiting();
    await Promise.all(Array.from({ length: 6 }, () => deliverMail(id, transport, clock)));
    expect(await deliverMail(id, transport, clock)).toBe("settled");
    expect(sink.messages).toHaveLength(1);
  });

  test("leaves after those that wait before it for the same person", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    const [, cancelled] = await mails();
    await deliverMail(cancelled?.id ?? "", transport, clock);
    expect(sink.messages.map(({ subject }) => /enregistrée|annulée/.exec(subject ?? "")?.[0])).toEqual([
      "enregistrée",
      "annulée",
    ]);
  });
});

describe("a message that meets an accident", () => {
  test.each([
    ["a busy server", { code: 451, message: "try later" }],
    ["a hang-up", "cut" as const],
  ])("%s: it waits and leaves later, under the same identifier", async (_, answer) => {
    const { id } = await waiting();
    sink.answer(answer);
    expect(await deliverMail(id, transport, clock)).toBe("again");
    const after = await reread(id);
    expect(after).toMatchObject({ status: "queued", attempts: 1 });
    expect(after.lastError).toBeTruthy();
    expect(after.text).toMatch(/inscriptions\/[\w-]{43}/);
    sink.answer("accept");
    expect(await deliverMail(id, transport, clock)).toBe("settled");
    expect(await reread(id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
    expect(sink.messages.map(({ messageId }) => messageId)).toEqual([`<${id}@portail.example>`]);
  });

  test("a server that does not answer says nothing of the message", async () => {
    const { id } = await waiting();
    expect(await deliverMail(id, transportTo("smtp://127.0.0.1:1"), clock)).toBe("again");
    expect(await reread(id)).toMatchObject({ status: "queued", attempts: 1 });
  });

  test("a refused password says nothing of the message either", async () => {
    const { id } = await waiting();
    const refused = Object.assign(new Error("bad password"), { code: "EAUTH", responseCode: 535, permanent: true });
    const failing = { send: () => Promise.reject(refused), close: () => {} };
    expect(await deliverMail(id, failing, clock)).toBe("again");
  });

  test("it is given up in the end, visibly", async () => {
    const { id } = await waiting();
    await db.outgoingMail.update({ where: { id }, data: { attempts: MAX_ATTEMPTS - 1 } });
    sink.answer({ code: 451, message: "try later" });
    expect(await deliverMail(id, transport, clock)).toBe("refused");
    expect(await reread(id)).toMatchObject({ status: "failed", attempts: MAX_ATTEMPTS });
  });

  test("a crash between the sending and the record lets it leave again under the same identifier", async () => {
    const { id } = await waiting();
    const crashing: MailTransport = {
      async send(mail) {
        await transport.send(mail);
        await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`;
      },
      close: () => {},
    };
    await expect(deliverMail(id, crashing, clock)).rejects.toThrow();
    expect(await reread(id)).toMatchObject({ status: "queued", attempts: 0 });
    expect(await deliverMail(id, transport, clock)).toBe("settled");
    expect(sink.messages.map(({ messageId }) => messageId)).toEqual([
      `<${id}@portail.example>`,
      `<${id}@portail.example>`,
    ]);
  });
});

describe("a message that is refused", () => {
  test("is not tried again, and keeps the server's words", async () => {
    const { id } = await waiting();
    sink.answer({ code: 550, message: "no such mailbox" });
    expect(await deliverMail(id, transport, clock)).toBe("refused");
    const after = await reread(id);
    expect(after).toMatchObject({ status: "failed", attempts: 1 });
    expect(after.lastError).toContain("no such mailbox");
    const attempts = sink.attempts();
    expect(await deliverMail(id, transport, clock)).toBe("settled");
    expect(sink.attempts()).toBe(attempts);
  });

  test("does not hold back the next one for the same person", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    const [confirmed, cancelled] = await mails();
    sink.answer({ code: 550, message: "no" });
    await deliverMail(confirmed?.id ?? "", transport, clock);
    sink.answer("accept");
    expect(await deliverMail(cancelled?.id ?? "", transport, clock)).toBe("settled");
    expect(sink.messages).toHaveLength(1);
  });
});

test("an address cannot add a header or a reader", async () => {
  const { id } = await waiting();
  await db.outgoingMail.update({
    where: { id },
    data: { to: "a@exemple.fr\r\nBcc: b@exemple.fr", subject: "x\r\nBcc: c@exemple.fr" },
  });
  await deliverMail(id, transport, clock);
  for (const seen of sink.messages) expect(seen.bcc ?? seen.headers.get("bcc")).toBeUndefined();
});
