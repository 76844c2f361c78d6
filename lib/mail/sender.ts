const MAILBOX = /^(?:(?<name>[^<>]+)<(?<inside>[^<>]+)>|(?<bare>[^<>]+))$/;

export type Mailbox = { name: string; address: string };

/** MAIL_FROM as a name and the bare mailbox that sends: calendars reply to this one (RFC 6047 §2.2). */
export function senderMailbox(from: string): Mailbox {
  const { name = "", inside, bare = "" } = MAILBOX.exec(from)?.groups ?? {};
  return { name: name.trim(), address: (inside ?? bare).trim() };
}
