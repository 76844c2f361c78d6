import { ImapFlow } from "imapflow";
import { type ParsedMail, simpleParser } from "mailparser";
import { isLoopback } from "#lib/mail/smtp-settings";

const TIMEOUT_MS = 10_000;
/** What is read of one message, in bytes: reports and replies come first, then the message that they carry. */
const LONGEST_MESSAGE = 256_000;
const BATCH = 50;
const FIRST_READ = 200;

/** Up to where a mailbox was read; its numbers start again when `validity` changes (RFC 9051 §2.3.1.1). */
export type Cursor = { validity: bigint; lastUid: number };

function connectTo(address: string): { client: ImapFlow; folder: string } {
  const url = new URL(address);
  const secure = url.protocol === "imaps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const client = new ImapFlow({
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    ...(!secure && !isLoopback(url.hostname) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    logger: false,
  });
  // Told to whoever waits for an answer; without a listener it would end the process.
  client.on("error", () => {});
  return { client, folder: decodeURIComponent(url.pathname.slice(1)) || "INBOX" };
}

export const probeMailbox = (address: string): Promise<void> => withMailbox(address, async () => {});

async function withMailbox(address: string, work: (client: ImapFlow) => Promise<void>): Promise<void> {
  const { client, folder } = connectTo(address);
  try {
    await client.connect();
    await client.mailboxOpen(folder);
    await work(client);
    await client.logout();
  } finally {
    client.close();
  }
}

/** Reads what came after a cursor. What `handle` does not take for the portal stays unread; nothing is deleted. */
export async function readMailbox(
  address: string,
  cursor: Cursor | null,
  handle: (mail: ParsedMail) => Promise<boolean>,
): Promise<Cursor> {
  let next: Cursor | null = null;
  await withMailbox(address, async (client) => {
    const { mailbox } = client;
    if (!mailbox) throw new Error("no mailbox");
    const { uidValidity: validity, uidNext } = mailbox;
    const known = cursor?.validity === validity;
    next = { validity, lastUid: known ? cursor.lastUid : Math.max(0, uidNext - 1 - FIRST_READ) };
    const { lastUid } = next;
    const searched = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
    const uids = (searched || []).filter((uid) => uid > lastUid).sort((one, other) => one - other);
    for (const uid of uids.slice(0, BATCH)) {
      const found = await client.fetchOne(String(uid), { source: { maxLength: LONGEST_MESSAGE } }, { uid: true });
      const source = found ? found.source : undefined;
      const isOurs = source !== undefined && (await handle(await simpleParser(source, { keepDeliveryStatus: true })));
      if (isOurs) await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      next = { validity, lastUid: uid };
    }
  });
  if (!next) throw new Error("the mailbox was not read");
  return next;
}
