import { expect, test } from "vitest";
import { senderMailbox } from "#lib/mail/sender";
import { SITE_NAME } from "#lib/platform/site-name";
import { transportTo, waitingMail, withMailServer } from "#tests/support/delivery";

const server = withMailServer();

const LONG =
  "Communauté d’agglomération de l’Île-de-Ré, Évreux et Saint-Étienne\u202F: l’innovation à cœur, en actions\u202F!";

/** What a message says in a header, as its reader understands it and as it travelled. */
async function travelled(setting: "MAIL_FROM" | "MAIL_REPLY_TO", mailbox: string) {
  const mail = await waitingMail();
  await transportTo(server.sink.url, { [setting]: mailbox }).send(mail);
  const [message] = await server.sink.waitFor(mail.to);
  const key = setting === "MAIL_FROM" ? "from" : "reply-to";
  const read = setting === "MAIL_FROM" ? message?.from : message?.replyTo;
  return { read: read?.value ?? [], line: message?.headerLines.find((header) => header.key === key)?.line ?? "" };
}

test.each([
  ["accents, an apostrophe and a narrow space", SITE_NAME],
  ["a comma", "Dupont, Jean"],
  ["what means something to a reader", "a: b; (c) \\ = _ ? . @ d"],
  ["what looks encoded", "=?UTF-8?Q?x?="],
  ["nothing to encode", "Le portail"],
  ["another alphabet", "Наталья Ιωάννης أحمد 李小龍 🎉 et tous les autres de la grande ville"],
  ["more than a line", LONG],
  ["a word of more than a line", "é".repeat(80)],
])("a name with %s arrives whole, alone before its address", async (_, name) => {
  for (const setting of ["MAIL_FROM", "MAIL_REPLY_TO"] as const) {
    const { read, line } = await travelled(setting, `${name} <portail@exemple.fr>`);
    expect(read).toEqual([{ name, address: "portail@exemple.fr" }]);
    for (const folded of line.split("\r\n")) expect(folded.length).toBeLessThanOrEqual(76);
    server.sink.messages.length = 0;
  }
});

test("a name of several lines is cut before a space only", async () => {
  const { line } = await travelled("MAIL_FROM", `${LONG} <portail@exemple.fr>`);
  const [first, ...others] = [...line.matchAll(/=\?UTF-8\?Q\?([^?]+)\?=/g)].map(([, words = ""]) => words);
  expect(first).toMatch(/^Communaut=C3=A9_/);
  expect(others.length).toBeGreaterThan(1);
  for (const words of others) expect(words).toMatch(/^(_|=E2=80=AF)/);
});

test("a name that fits in one encoded word is not cut", async () => {
  const { line } = await travelled("MAIL_FROM", `${SITE_NAME} <portail@exemple.fr>`);
  expect(line.match(/=\?UTF-8\?Q\?/g)).toHaveLength(1);
});

test("an address alone or with a host in letters is written as servers read it", async () => {
  const { line } = await travelled("MAIL_FROM", "portail@mairie-évry.fr");
  expect(line).toBe("From: portail@xn--mairie-vry-h7a.fr");
});

test("the quotes around a name are no part of it", () => {
  expect(senderMailbox('"Dupont, Jean" <a@exemple.fr>')).toEqual({ name: "Dupont, Jean", address: "a@exemple.fr" });
});
