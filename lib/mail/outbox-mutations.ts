import { REDACTED, SECRET } from "#lib/mail/redact";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import { orderedIds } from "#lib/platform/ordered-ids";
import { enqueue } from "#lib/platform/queue";
import { records } from "#lib/platform/records";

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
 * Puts messages in the outbox, with the jobs that deliver them, in the transaction of what they announce:
 * all exist if, and only if, that transaction commits.
 * @returns the identifier of each; null when one with the same key was already written, by anybody
 */
export async function enqueueMails(tx: Transaction, mails: readonly NewMail[], at: Date): Promise<(string | null)[]> {
  if (!mails.length) return [];
  const own = orderedIds(mails.length);
  const rows = mails.map(({ calendar, registrationIds = [], ...mail }, turn) => ({
    ...mail,
    turn,
    id: own[turn] as string,
    registrationIds,
    calendar: calendar?.content,
    calendarMethod: calendar?.method,
  }));
  const written = await tx.$queryRaw<{ id: string }[]>`
    WITH asked AS (
      SELECT * FROM json_to_recordset(${records(rows)}::json) AS asked("turn" int, "id" uuid, "kind" text, "to" text,
        "emailKey" text, "subject" text, "text" text, "html" text, "calendar" text, "calendarMethod" text, "key" text,
        "staleAt" timestamptz, "unsubscribeUrl" text, "announcementId" uuid, "registrationIds" uuid[])),
    mail AS (
      INSERT INTO "OutgoingMail" ("id", "kind", "to", "emailKey", "subject", "text", "html", "calendar", "calendarMethod",
        "key", "staleAt", "unsubscribeUrl", "announcementId", "registrationId", "createdAt")
      SELECT "id", "kind", "to", "emailKey", "subject", "text", "html", "calendar", "calendarMethod",
        "key", "staleAt", "unsubscribeUrl", "announcementId", "registrationIds"[1], ${at}::timestamptz
      FROM asked ORDER BY "turn"
      ON CONFLICT DO NOTHING RETURNING "id"),
    subjects AS (
      INSERT INTO "MailSubject" ("mailId", "registrationId")
      SELECT mail."id", one FROM mail JOIN asked USING ("id"), unnest(asked."registrationIds") one)
    SELECT "id" FROM mail`;
  const ids = new Set(written.map(({ id }) => id));
  await enqueueDeliveries(
    tx,
    rows.filter(({ id }) => ids.has(id)),
  );
  return rows.map(({ id }) => (ids.has(id) ? id : null));
}

/** As `enqueueMails`, of one message. */
export async function enqueueMail(tx: Transaction, mail: NewMail, at: Date): Promise<string | null> {
  const [id = null] = await enqueueMails(tx, [mail], at);
  return id;
}

/** Writes the jobs that deliver messages, but for those that have one alive. */
export const enqueueDeliveries = (
  tx: Transaction,
  mails: readonly Pick<NewMail & { id: string }, "id" | "priority">[],
) =>
  enqueue(
    tx,
    MAIL_QUEUE,
    mails.map(({ id, priority }) => ({ data: { id }, key: id, priority })),
  );

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
