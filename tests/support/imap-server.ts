import { once } from "node:events";
import type { AddressInfo } from "node:net";
import hoodiecrow from "hoodiecrow-imap";

export type ImapServer = {
  url: string;
  receive(raw: string): void;
  flags(): string[][];
  close(): Promise<void>;
};

/** A mailbox on the loopback interface, empty, behind a real IMAP server. */
export async function imapServer(): Promise<ImapServer> {
  const server = hoodiecrow({ plugins: ["ID", "UIDPLUS"], storage: { INBOX: { messages: [] } } });
  server.listen(0, "127.0.0.1");
  if (!server.server.listening) await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const inbox = () => server.getMailbox("INBOX");
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    receive: (raw) => server.appendMessage(inbox(), [], false, raw.replace(/\r?\n/g, "\r\n")),
    flags: () => inbox().messages.map(({ flags }) => flags),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
