import { randomUUIDv7 } from "node:crypto";
import { REDACTED, SECRET } from "#lib/mail/redact";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import { enqueue } from "#lib/platform/queue";

export type MailContent = {
  subject: string;
  text: string;
  html: string;
  /** Calendar object sent inside the message, and the method that it names (RFC 5546, RFC 5545 §3.7.2). */
  calendar?: { method: "REQUEST" | "CANCEL" | "PUBLISH"; content: string };
};

export type NewMail = MailContent & {
  kind: string;
  /** The highest leaves first. */
  priority: number;
  to: string;
  /** Who this is: messages to one person leave in the order in which they were written. */
  emailKey?: string;
  /** The registrations that it is about, the one that it speaks of first at the head. */
  registrationIds?: readonly string[];
  announcementId?: string;
  /** Names what is announced, so that it is announced once. */
  key?: string;
  staleAt?: Date;
  /** Address that unsubscribes by a POST (RFC 8058). */
  unsubscribeUrl?: string;
};

/**
 * Puts a message in the outbox, with the job that delivers it, in the transaction of what it announces:
 * both exist if, and only if, that transaction commits.
 * @returns the identifier of the message; null when one with the same key was already written, by anybody
 */
export async function enqueueMail(tx: Transaction, mail: NewMail, at: Date): Promise<string | null> {
  const { kind, to, emailKey, subject, text, html, calendar, key, staleAt, unsubscribeUrl, announcementId } = mail;
  const registrationIds = [...(mail.registrationIds ?? [])];
  const id = randomUUIDv7();
  const [written] = await tx.$queryRaw<unknown[]>`
    WITH mail AS (
      INSERT INTO "OutgoingMail" ("id", "kind", "to", "emailKey", "subject", "text", "html", "calendar", "calendarMethod",
        "key", "staleAt", "unsubscribeUrl", "announcementId", "registrationId", "createdAt")
      VALUES (${id}::uuid, ${kind}, ${to}, ${emailKey}, ${subject}, ${text}, ${html}, ${calendar?.content},
        ${calendar?.method}, ${key}, ${staleAt}::timestamptz, ${unsubscribeUrl}, ${announcementId}::uuid,
        ${registrationIds[0]}::uuid, ${at}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING "id"),
    subjects AS (
      INSERT INTO "MailSubject" ("mailId", "registrationId")
      SELECT mail."id", subject FROM mail, unnest(${registrationIds}::uuid[]) subject)
    SELECT 1 FROM mail`;
  if (!written) return null;
  await enqueueDelivery(tx, id, mail.priority);
  return id;
}

/** Writes the job that delivers a message, unless one is alive. @param priority the highest leaves first */
export const enqueueDelivery = (tx: Transaction, id: string, priority: number): Promise<void> =>
  enqueue(tx, MAIL_QUEUE, { id }, { key: id, priority });

/**
 * Takes back the messages of some kinds that wait to leave: what they say has become untrue.
 * One that is leaving at this instant is not waited for, so that no seat stays locked behind a slow mail server.
 * @param registrationIds one or several
 */
export async function dropQueued(
  tx: Transaction,
  registrationIds: string | readonly string[],
  kinds: readonly string[],
): Promise<void> {
  const ids = [registrationIds].flat();
  await tx.$executeRaw`
    UPDATE "OutgoingMail" SET "status" = 'dropped',
      "text" = regexp_replace("text", ${SECRET}, ${REDACTED}, 'g'),
      "html" = regexp_replace("html", ${SECRET}, ${REDACTED}, 'g'),
      "unsubscribeUrl" = regexp_replace("unsubscribeUrl", ${SECRET}, ${REDACTED}, 'g')
    WHERE "id" IN (
      SELECT "id" FROM "OutgoingMail"
      WHERE "registrationId" = ANY(${ids}::uuid[]) AND "kind" = ANY(${kinds}) AND "status" = 'queued'
      FOR UPDATE SKIP LOCKED)`;
}

/** Its links are struck out: it cannot leave again as it is. @returns false when it is none of ours */
export async function markBounced({ mailId, words }: { mailId: string; words: string }, at: Date): Promise<boolean> {
  const data = { status: "failed", bouncedAt: at, lastError: `Revenu\u00A0: ${words}` } as const;
  const { count } = await db.outgoingMail.updateMany({ where: { id: mailId, status: "sent" }, data });
  return count > 0 || (await db.outgoingMail.count({ where: { id: mailId } })) > 0;
}
