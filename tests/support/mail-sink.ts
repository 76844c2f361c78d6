import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** How the sink answers a message: takes it, refuses it with an SMTP code, or hangs up in the middle. */
export type SinkAnswer = "accept" | "cut" | { code: number; message: string };

export type MailSink = {
  /** Value for SMTP_URL. */
  url: string;
  /** What was accepted, oldest first. */
  messages: ParsedMail[];
  /** How many messages were offered, the refused ones included. */
  attempts(): number;
  /** Changes how the next messages are answered. */
  answer(how: SinkAnswer): void;
  /** The messages to an address, once there are so many; throws after the delay (milliseconds). */
  waitFor(to: string, count?: number, timeout?: number): Promise<ParsedMail[]>;
  close(): Promise<void>;
};

export const recipientsOf = (mail: ParsedMail): string[] =>
  [mail.to ?? []].flat().flatMap((field) => field.value.map(({ address }) => address ?? ""));

function refusal({ code, message }: { code: number; message: string }): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** A mail server on the loopback interface that keeps what it is given. @param port 0 picks a free one */
export async function mailSink(port = 0): Promise<MailSink> {
  const messages: ParsedMail[] = [];
  let how: SinkAnswer = "accept";
  let attempts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      attempts += 1;
      const answer = how;
      if (answer === "cut") {
        stream.resume();
        // The library keeps the socket to itself: closing the session's connection is the only way to hang up.
        for (const connection of server.connections) if (connection.session === session) connection.close();
        return;
      }
      simpleParser(stream).then((mail) => {
        if (answer !== "accept") return callback(refusal(answer));
        messages.push(mail);
        return callback(null);
      }, callback);
    },
  });
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");

  const sentTo = (to: string) => messages.filter((mail) => recipientsOf(mail).includes(to));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    messages,
    attempts: () => attempts,
    answer(next) {
      how = next;
    },
    async waitFor(to, count = 1, timeout = 15_000) {
      const deadline = Date.now() + timeout;
      while (sentTo(to).length < count) {
        if (Date.now() > deadline)
          throw new Error(`${sentTo(to).length} of ${count} messages reached ${to} in ${timeout} ms`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return sentTo(to);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
