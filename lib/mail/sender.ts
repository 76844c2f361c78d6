import { encodeWord } from "nodemailer/lib/mime-funcs";

const MAILBOX = /^(?:(?<name>[^<>]+)<(?<inside>[^<>]+)>|(?<bare>[^<>]+))$/;
/** In characters: with « From: » before it, a line of 76 (RFC 2047 §2). */
const LONGEST_ENCODED_WORD = 70;

export type Mailbox = { name: string; address: string };

/** MAIL_FROM as a name and the bare mailbox that sends: calendars reply to this one (RFC 6047 §2.2). */
export function senderMailbox(from: string): Mailbox {
  const { name = "", inside, bare = "" } = MAILBOX.exec(from)?.groups ?? {};
  return { name: name.trim().replace(/^"(.+)"$/, "$1"), address: (inside ?? bare).trim() };
}

/** Cut between words: some readers show a space where two encoded words meet. */
export function encodedName(name: string): string {
  const lines: string[] = [];
  for (const word of name.split(/(?=\s)/)) {
    const longer = `${lines.at(-1) ?? ""}${word}`;
    if (encodeWord(longer).length > LONGEST_ENCODED_WORD) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines.map((line) => encodeWord(line, "Q", LONGEST_ENCODED_WORD)).join(" ");
}
