import { describe, expect, test } from "vitest";
import { cancel } from "#lib/enrolment/seat/mutations";
import { MAX_ATTEMPTS } from "#lib/mail/delivery";
import { listMails } from "#lib/mail/queries";
import type { MailTransport } from "#lib/mail/transport";
import { retryMail } from "#lib/notices/outbox/mutations";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { deliverThrough, rereadMail, transportTo, waitingMail, withMailServer } from "#tests/support/delivery";
import { makeEditor, makeWebinar } from "#tests/support/factories";
import { mailSink } from "#tests/support/mail-sink";
import { mails, registered } from "#tests/support/registrations";

const server = withMailServer();
const clock = () => AT;

describe("a message that meets an accident", () => {
  test.each([
    ["a busy server", { code: 451, message: "try later" }],
    ["a hang-up", "cut" as const],
    ["a full mailbox", { code: 452, message: "full", step: "recipient" } as const],
    ["a server that wants nobody", { code: 554, message: "no", step: "greeting" } as const],
    [
      "a sender that is not accepted, which is nobody's message's fault",
      { code: 550, message: "who?", step: "sender" } as const,
    ],
  ])("%s: it waits and leaves later, under the same identifier", async (_, answer) => {
    const { id } = await waitingMail();
    const transport = transportTo(server.sink.url);
    server.sink.answer(answer);
    expect(await deliverThrough(id, transport, clock)).toBe("again");
    const after = await rereadMail(id);
    expect(after).toMatchObject({ status: "queued", attempts: 1 });
    expect(after.lastError).toMatch(/^(\d{3} |La liaison avec le serveur de messagerie a échoué\u00A0: .)/);
    expect(after.text).toMatch(/inscriptions\/[\w-]{43}/);
    server.sink.answer("accept");
    expect(await deliverThrough(id, transport, clock)).toBe("settled");
    expect(await rereadMail(id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
    expect(server.sink.messages.map(({ messageId }) => messageId)).toEqual([`<${id}@portail.example>`]);
  });

  test("a hang-up after the last dot: it leaves again under the same identifier, and mailboxes show it once", async () => {
    const { id } = await waitingMail();
    server.sink.answer("cut-once-taken");
    expect(await deliverThrough(id, server.transport, clock)).toBe("again");
    server.sink.answer("accept");
    expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
    expect(server.sink.messages.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@portail.example>`));
  });

  test.each([
    ["speaks TLS under a certificate that nobody vouches for", "from the start", ""],
    ["changes to TLS under a certificate that nobody vouches for", "offered", ""],
    ["cannot change to TLS, when it must", undefined, "?requireTLS=true"],
  ] as const)("a server that %s is told nothing, and the message waits", async (_, tls, settings) => {
    const { id } = await waitingMail();
    const impostor = await mailSink(undefined, { tls });
    expect(await deliverThrough(id, transportTo(impostor.url + settings), clock)).toBe("again");
    expect(impostor.attempts()).toBe(0);
    expect(await rereadMail(id)).toMatchObject({ status: "queued", attempts: 1 });
    // Nothing else was wrong with it: whoever asks for less is heard.
    const careless = transportTo(`${impostor.url}${tls ? "?tls.rejectUnauthorized=false" : ""}`);
    expect(await deliverThrough(id, careless, clock)).toBe("settled");
    expect(impostor.messages.map(({ messageId }) => messageId)).toEqual([`<${id}@portail.example>`]);
    careless.close();
    await impostor.close();
  });

  test("a slow server holds no seat locked: its owner gives it back meanwhile", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    const [mail] = await mails();
    server.sink.answer({ delay: 2_000 });
    let delivered = false;
    const delivery = deliverThrough(mail?.id ?? "", server.transport, clock).then(() => {
      delivered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await cancel(token, slug, null, AT)).toEqual({ ok: true });
    expect(delivered).toBe(false);
    await delivery;
    expect((await mails()).map(({ status }) => status)).toEqual(["sent", "queued"]);
  });

  test("a server that does not answer says nothing of the message", async () => {
    const { id } = await waitingMail();
    expect(await deliverThrough(id, transportTo("smtp://127.0.0.1:1"), clock)).toBe("again");
    expect(await rereadMail(id)).toMatchObject({ status: "queued", attempts: 1 });
  });

  test("a refused password says nothing of the message either", async () => {
    const { id } = await waitingMail();
    const refused = Object.assign(new Error("bad password"), { code: "EAUTH", responseCode: 535, permanent: true });
    const failing = { send: () => Promise.reject(refused), close: () => {} };
    expect(await deliverThrough(id, failing, clock)).toBe("again");
  });

  test("it is given up in the end, visibly", async () => {
    const { id } = await waitingMail();
    await db.outgoingMail.update({ where: { id }, data: { attempts: MAX_ATTEMPTS - 1 } });
    server.sink.answer({ code: 451, message: "try later" });
    expect(await deliverThrough(id, server.transport, clock)).toBe("refused");
    expect(await rereadMail(id)).toMatchObject({ status: "failed", attempts: MAX_ATTEMPTS });
  });

  test("a crash between the sending and the record lets it leave again under the same identifier", async () => {
    const { id } = await waitingMail();
    const crashing: MailTransport = {
      async send(mail) {
        await server.transport.send(mail);
        await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`;
      },
      close: () => {},
    };
    await expect(deliverThrough(id, crashing, clock)).rejects.toThrow();
    expect(await rereadMail(id)).toMatchObject({ status: "queued", attempts: 0 });
    expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
    expect(server.sink.messages.map(({ messageId }) => messageId)).toEqual([
      `<${id}@portail.example>`,
      `<${id}@portail.example>`,
    ]);
  });
});

describe("a message that is refused", () => {
  test.each([
    ["once it has been read", undefined],
    ["for its reader", "recipient"],
  ] as const)(
    "%s is not tried again, is shown with the server's words, and leaves when an editor asks",
    async (_, step) => {
      const { id } = await waitingMail();
      server.sink.answer({ code: 550, message: "no such mailbox", ...(step && { step }) });
      expect(await deliverThrough(id, server.transport, clock)).toBe("refused");
      expect(await rereadMail(id)).toMatchObject({ status: "failed", attempts: 1 });
      server.sink.answer("accept");
      expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
      expect(server.sink.messages).toEqual([]);

      const editor = await makeEditor();
      const { items } = await listMails(editor, { etat: "failed" });
      expect(items).toMatchObject([{ id, lastError: "550 no such mailbox" }]);
      expect(await retryMail(editor, id, AT)).toEqual({ ok: true });
      expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
      expect(server.sink.messages.map(({ messageId }) => messageId)).toEqual([`<${id}@portail.example>`]);
    },
  );

  test("does not hold back the next one for the same person", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    const [confirmed, cancelled] = await mails();
    server.sink.answer({ code: 550, message: "no" });
    await deliverThrough(confirmed?.id ?? "", server.transport, clock);
    server.sink.answer("accept");
    expect(await deliverThrough(cancelled?.id ?? "", server.transport, clock)).toBe("settled");
    expect(server.sink.messages).toHaveLength(1);
  });
});
