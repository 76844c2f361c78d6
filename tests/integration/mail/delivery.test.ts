import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import type { ParsedMail } from "mailparser";
import { describe, expect, test } from "vitest";
import { cancel } from "#lib/enrolment/seat/mutations";
import { endsAt } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { deliverThrough, rereadMail, transportTo, waitingMail, withMailServer } from "#tests/support/delivery";
import { makeMail, makeWebinar } from "#tests/support/factories";
import { mailSink } from "#tests/support/mail-sink";
import { mails, registered } from "#tests/support/registrations";

const server = withMailServer();
const clock = () => AT;

describe("a message that leaves", () => {
  test("has two forms, a calendar part and a stable identifier, and no one else in it", async () => {
    const mail = await waitingMail();
    expect(await deliverThrough(mail.id, server.transport, clock)).toBe("settled");
    const [seen] = server.sink.messages as [ParsedMail];
    expect(seen.messageId).toBe(`<${mail.id}@portail.example>`);
    expect(seen.from?.value).toEqual([{ name: "Le portail", address: "portail@exemple.fr" }]);
    expect(seen.to).toMatchObject({ value: [{ address: "elodie@exemple.fr" }] });
    expect(seen.subject).toBe(mail.subject);
    expect(seen.headers.get("auto-submitted")).toBe("auto-generated");
    expect(seen.headers.has("reply-to")).toBe(false);
    expect(seen.headerLines.find(({ key }) => key === "list-id")?.line).toMatch(/<webinaires\.portail\.example>$/);
    expect(seen.text?.trim()).toBe(mail.text.trim());
    expect(seen.html).toContain('<html lang="fr">');
  });

  test("names the same method in its calendar part and in the file", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    for (const { id } of await mails()) await deliverThrough(id, server.transport, clock);
    const methods = server.sink.messages.map(({ attachments }) =>
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
    const mail = await waitingMail();
    await deliverThrough(mail.id, server.transport, clock);
    const after = await rereadMail(mail.id);
    expect(after).toMatchObject({ status: "sent", sentAt: AT, attempts: 1, lastError: null });
    expect(after.text + after.html).not.toMatch(/inscriptions\/[\w-]{43}/);
    expect(after.text).toContain("/inscriptions/•••");
    expect(server.sink.messages[0]?.text).toMatch(/inscriptions\/[\w-]{43}/);
  });

  test("leaves once, whoever asks and however many at once", async () => {
    const { id } = await waitingMail();
    await Promise.all(Array.from({ length: 6 }, () => deliverThrough(id, server.transport, clock)));
    expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
    expect(server.sink.messages).toHaveLength(1);
  });

  test("leaves after those that wait before it for the same person", async () => {
    const { slug } = await makeWebinar();
    await cancel(await registered(slug), slug, null, AT);
    const [, cancelled] = await mails();
    await deliverThrough(cancelled?.id ?? "", server.transport, clock);
    expect(server.sink.messages.map(({ subject }) => /réservée|annulée/.exec(subject ?? "")?.[0])).toEqual([
      "réservée",
      "annulée",
    ]);
  });

  test("with them, in the order in which they were written", async () => {
    const subjects = ["Un", "Deux", "Trois", "Quatre"];
    let last = "";
    for (const subject of subjects) last = (await makeMail({ subject, emailKey: "a@exemple.fr" })).id;
    await deliverThrough(last, server.transport, clock);
    expect(server.sink.messages.map(({ subject }) => subject)).toEqual(subjects);
  });
});

test("a confirmation that waited until the session was over does not leave", async () => {
  const { startsAt, durationMinutes, slug } = await makeWebinar();
  await registered(slug);
  const [mail] = await mails();
  const end = endsAt({ startsAt, durationMinutes });
  expect(mail?.staleAt).toEqual(end);
  expect(await deliverThrough(mail?.id ?? "", server.transport, () => end)).toBe("settled");
  expect(server.sink.messages).toEqual([]);
  expect(await rereadMail(mail?.id ?? "")).toMatchObject({ status: "dropped" });
});

describe("messages to one person", () => {
  /** Two sessions of one person: one message about each. */
  async function twoSeats() {
    for (const { slug } of [await makeWebinar(), await makeWebinar()]) await registered(slug);
    const [earlier, later] = await mails();
    if (!earlier || !later) throw new Error("two messages were expected");
    return { earlier, later };
  }

  test("leave in order, whichever session they are about", async () => {
    const { earlier, later } = await twoSeats();
    expect(await deliverThrough(later.id, server.transport, clock)).toBe("settled");
    expect(server.sink.messages.map(({ messageId }) => messageId)).toEqual(
      [earlier, later].map(({ id }) => `<${id}@portail.example>`),
    );
  });

  test("wait for one that met an accident, which keeps its own pace and its own number of tries", async () => {
    const { earlier, later } = await twoSeats();
    server.sink.answer({ code: 451, message: "later" });
    expect(await deliverThrough(earlier.id, server.transport, clock)).toBe("again");
    server.sink.answer("accept");
    expect(await deliverThrough(later.id, server.transport, clock)).toBe("again");
    expect(server.sink.messages).toEqual([]);
    expect(await rereadMail(earlier.id)).toMatchObject({ attempts: 1 });
    expect(await rereadMail(later.id)).toMatchObject({ attempts: 0 });
  });
});

test("what bounces comes back without its body, under the name of the message", async () => {
  const { id } = await waitingMail();
  await deliverThrough(id, server.transport, clock);
  expect(server.sink.envelopes.at(-1)).toMatchObject({
    dsn: { ret: "HDRS", envid: id },
    rcptTo: [{ dsn: { notify: ["FAILURE"] } }],
  });
});

test("a message is signed for the domain that it comes from, once a key is set", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "dkim-"));
  const file = path.join(folder, "cle.pem");
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  const { id } = await waitingMail();
  const settings = { DKIM_SELECTOR: "portail", DKIM_KEY_FILE: file };
  const sink = await mailSink(folder);
  await deliverThrough(id, transportTo(sink.url, settings), clock);
  await sink.close();
  const [name = ""] = (await readdir(folder)).filter((one) => one.endsWith(".eml"));
  const raw = await readFile(path.join(folder, name), "utf8");
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const asked: string[] = [];
  const resolver = async (host: string) => {
    asked.push(host);
    return [[`v=DKIM1; k=rsa; p=${key}`]];
  };
  const verdict = async (message: string) => {
    const { results } = await dkimVerify(message, { resolver });
    return results.map(({ status, signingDomain, selector }) => [status.result, signingDomain, selector]);
  };
  expect(await verdict(raw)).toEqual([["pass", "exemple.fr", "portail"]]);
  expect(asked).toEqual(["portail._domainkey.exemple.fr"]);
  expect(await verdict(raw.replace("\r\nSubject: ", "\r\nSubject: Re: "))).toEqual([["fail", "exemple.fr", "portail"]]);
  expect(await verdict(raw.replace(/\r\n\r\n/, "\r\n\r\nAjout.\r\n"))).toEqual([["neutral", "exemple.fr", "portail"]]);
});

test("people answer to a human when there is one", async () => {
  const { id } = await waitingMail();
  const settings = { MAIL_REPLY_TO: "L’équipe <equipe@exemple.fr>" };
  await deliverThrough(id, transportTo(server.sink.url, settings), clock);
  const [seen] = server.sink.messages as [ParsedMail];
  expect(seen.replyTo?.value).toEqual([{ name: "L’équipe", address: "equipe@exemple.fr" }]);
  expect(seen.headers.has("list-unsubscribe")).toBe(false);
});

test("an address cannot add a header or a reader", async () => {
  const { id } = await waitingMail();
  await db.outgoingMail.update({
    where: { id },
    data: { to: "a@exemple.fr\r\nBcc: b@exemple.fr", subject: "x\r\nBcc: c@exemple.fr" },
  });
  await deliverThrough(id, server.transport, clock);
  for (const seen of server.sink.messages) expect(seen.bcc ?? seen.headers.get("bcc")).toBeUndefined();
});
