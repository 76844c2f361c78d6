import { once } from "node:events";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerEnvelope, type SMTPServerSession } from "smtp-server";

type Refusal = { code: number; message: string };

/**
 * How the sink answers a message: takes it, hangs up in the middle, takes it and hangs up before saying so, takes its
 * time (milliseconds) or refuses it with an SMTP code, both at the end of the message unless another step is named.
 */
export type SinkAnswer =
  | "accept"
  | "cut"
  | "cut-once-taken"
  | { delay: number; step?: "greeting" }
  | (Refusal & { step?: "greeting" | "sender" | "recipient" });

export type MailSink = {
  /** Value for SMTP_URL. */
  url: string;
  /** What was accepted, oldest first. */
  messages: ParsedMail[];
  /** Under which envelopes they came. */
  envelopes: SMTPServerEnvelope[];
  /** How many messages were offered, the refused ones included. */
  attempts(): number;
  /** Changes how the next messages are answered. */
  answer(how: SinkAnswer): void;
  /** The messages to an address, once there are so many; throws after the delay (milliseconds). */
  waitFor(to: string, count?: number, timeout?: number): Promise<ParsedMail[]>;
  /** Ends it, and hangs up on whoever is still connected. */
  close(): Promise<void>;
};

export const recipientsOf = (mail: ParsedMail): string[] =>
  [mail.to ?? []].flat().flatMap((field) => field.value.map(({ address }) => address ?? ""));

/**
 * Written apart, then named: a reader never meets half a message.
 * @param order rank of arrival: the date of a message only tells the second
 */
async function keep(folder: string, raw: Buffer, order: number): Promise<void> {
  const file = path.join(folder, String(order).padStart(6, "0"));
  await writeFile(file, raw);
  await rename(file, `${file}.eml`);
}

/** The messages to an address among those kept in a folder, oldest first. */
export async function keptMails(folder: string, to: string): Promise<ParsedMail[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  const mails = await Promise.all(files.map(async (name) => simpleParser(await readFile(path.join(folder, name)))));
  return mails.filter((mail) => recipientsOf(mail).includes(to));
}

function refusal({ code, message }: Refusal): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/**
 * A mail server on the loopback interface that keeps what it is given.
 * @param folder where each accepted message is also written, for other processes to read
 * @param options.port a free one unless named
 * @param options.tls whether it speaks TLS from the start, or offers to change to it, with a certificate that nobody has
 *   reason to trust
 */
export async function mailSink(
  folder?: string,
  { port = 0, tls }: { port?: number; tls?: "from the start" | "offered" } = {},
): Promise<MailSink> {
  const messages: ParsedMail[] = [];
  const envelopes: SMTPServerEnvelope[] = [];
  let how: SinkAnswer = "accept";
  let attempts = 0;
  /** Passes a step of the conversation unless it is the one to refuse or to dawdle at. */
  const pass = (step: "greeting" | "sender" | "recipient", callback: (error?: Error) => void) => {
    if (typeof how !== "object" || how.step !== step) callback();
    else if ("code" in how) callback(refusal(how));
    else setTimeout(callback, how.delay);
  };
  // The library keeps the socket to itself: closing the session's connection is the only way to hang up.
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.session === session) connection.close();
  };
  const server = new SMTPServer({
    secure: tls === "from the start",
    authOptional: true,
    hideDSN: false,
    disabledCommands: tls === "offered" ? ["AUTH"] : ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onConnect: (_, callback) => pass("greeting", callback),
    onMailFrom: (_, __, callback) => pass("sender", callback),
    onRcptTo: (_, __, callback) => pass("recipient", callback),
    onData(stream, session, callback) {
      attempts += 1;
      const answer = how;
      const order = attempts;
      if (answer === "cut") {
        stream.resume();
        hangUp(session);
        return;
      }
      buffer(stream)
        .then(async (raw) => {
          if (typeof answer === "object" && "code" in answer) throw refusal(answer);
          if (typeof answer === "object" && !answer.step)
            await new Promise((resolve) => setTimeout(resolve, answer.delay));
          if (folder) await keep(folder, raw, order);
          messages.push(await simpleParser(raw));
          envelopes.push({ ...session.envelope });
          if (answer === "cut-once-taken") hangUp(session);
          else callback(null);
        })
        .catch(callback);
    },
  });
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");

  const sentTo = (to: string) => messages.filter((mail) => recipientsOf(mail).includes(to));
  return {
    url: `${tls === "from the start" ? "smtps" : "smtp"}://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    messages,
    envelopes,
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
