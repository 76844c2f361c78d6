import type { Transaction } from "#lib/platform/db";
import { enqueue } from "#lib/platform/queue";

/** Jobs that deliver a message, each with the message's identifier as key. */
export const MAIL_QUEUE = "mail.deliver";

export type MailContent = {
  subject: string;
  text: string;
  html: string;
  /** Calendar object sent inside the message, and the method that it names (RFC 5546). */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
};

/**
 * Puts a message in the outbox, with the job that delivers it, in the transaction of what it announces:
 * both exist if, and only if, that transaction commits.
 * @param mail.to bare address
 * @param at instant of what is announced
 * @returns the identifier of the message
 */
export async function enqueueMail(
  tx: Transaction,
  mail: MailContent & { kind: string; to: string; registrationId?: string },
  at: Date,
): Promise<string> {
  const { calendar, ...fields } = mail;
  const { id } = await tx.outgoingMail.create({
    data: { ...fields, calendar: calendar?.content, calendarMethod: calendar?.method, createdAt: at },
    select: { id: true },
  });
  await enqueueDelivery(tx, id);
  return id;
}

/** Writes the job that delivers a message, unless one is alive. */
export const enqueueDelivery = (tx: Transaction, id: string): Promise<void> => enqueue(tx, MAIL_QUEUE, { id }, id);
