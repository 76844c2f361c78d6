import { createTransport } from "nodemailer";
import { encodedName, type Mailbox, senderMailbox } from "#lib/mail/sender";
import { connectionSettings, signature } from "#lib/mail/smtp-settings";
import type { Env } from "#lib/platform/env";
import { SITE_NAME } from "#lib/platform/site-name";
import type { OutgoingMail } from "#prisma/client";

const CONNECT_TIMEOUT_MS = 10_000;
/** A server that looks for viruses once it has everything keeps quiet for long (RFC 5321 §4.5.3.2.6). */
const SILENCE_TIMEOUT_MS = 60_000;
const IDLE_TIMEOUT_MS = 10_000;
/** Longest conversation about one message, in milliseconds. */
export const CONVERSATION_LIMIT_MS = 120_000;

export type MailTransport = {
  /** @throws the mail server's refusal, or the accident on the way to it */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

/**
 * Opens the way to the mail server: one message at a time, on a connection that a burst shares, since greeting a server
 * takes longer than giving it a message. One that breaks fails the message that it carried, and the next opens another:
 * nothing leaves twice unless the outbox says so.
 * @returns null when SMTP_URL is not set
 */
export function openTransport(env: Env): MailTransport | null {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, SITE_URL } = env;
  if (!SMTP_URL) return null;
  const smtp = createTransport({
    ...connectionSettings(SMTP_URL),
    ...signature(env),
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    idleTimeout: IDLE_TIMEOUT_MS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  smtp.use("stream", ({ message }, done) => {
    const encode = message.encodeHeaderValue.bind(message);
    message.encodeHeaderValue = (key, value) => {
      const mailbox = ["From", "Reply-To"].includes(key) && (value as Mailbox);
      if (!mailbox || /^[\w ]*$/.test(mailbox.name)) return encode(key, value);
      return `${encodedName(mailbox.name)} <${encode(key, { name: "", address: mailbox.address })}>`;
    };
    done();
  });
  const { hostname } = new URL(SITE_URL);
  return {
    async send({ id, to, subject, text, html, calendar, calendarMethod, unsubscribeUrl }) {
      await smtp.sendMail({
        // The same at every try: a server that was heard twice shows it once.
        messageId: `<${id}@${hostname}>`,
        from: senderMailbox(MAIL_FROM),
        ...(MAIL_REPLY_TO && { replyTo: senderMailbox(MAIL_REPLY_TO) }),
        to: { name: "", address: to },
        // What bounces comes back without its body, hence without the personal links that are still alive.
        dsn: { id, return: "headers", notify: ["failure"] },
        subject,
        text,
        html,
        ...(calendar &&
          calendarMethod && { icalEvent: { method: calendarMethod, content: calendar, filename: "seance.ics" } }),
        list: { id: { comment: SITE_NAME, url: `webinaires.${hostname}` } },
        headers: { "Auto-Submitted": "auto-generated", ...unsubscription(unsubscribeUrl) },
        signal: AbortSignal.timeout(CONVERSATION_LIMIT_MS),
      });
    },
    close: () => smtp.close(),
  };
}

/** What lets a mailbox show a button that unsubscribes without opening a page (RFC 8058). */
const unsubscription = (url: string | null) =>
  url && {
    // Not folded: some filters read an empty value where the first line is.
    "List-Unsubscribe": { prepared: true, value: `<${url}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
