declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  type Mailbox = { messages: { flags: string[] }[] };
  type ImapDouble = {
    server: Server;
    listen(port: number, host: string): void;
    getMailbox(path: string): Mailbox;
    appendMessage(mailbox: Mailbox, flags: string[], date: Date | false, raw: string): void;
    close(done: () => void): void;
  };
  export default function hoodiecrow(options: object): ImapDouble;
}
