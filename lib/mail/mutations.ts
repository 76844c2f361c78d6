import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { enqueueDelivery } from "#lib/mail/outbox";
import { db, type Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";

/** Why a message cannot be sent again as it is. */
export type RetryRefusal = "not-refused" | "overtaken";

/**
 * Sends a refused message again, with all its tries before it.
 * @param at instant of the request
 * @returns « not-refused » when the message waits, has left or does not exist; « overtaken » when it invites to a seat
 *   that a later message has withdrawn
 */
export async function retryMail(editor: Editor, id: string, at: Date): Promise<Result<object, RetryRefusal>> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    if (await isOvertaken(tx, id)) return { ok: false, reason: "overtaken" };
    const [mail] = await tx.outgoingMail.updateManyAndReturn({
      where: { id, status: "failed" },
      data: { status: "queued", attempts: 0, lastError: null },
      select: { id: true, kind: true },
    });
    if (!mail) return { ok: false, reason: "not-refused" };
    await enqueueDelivery(tx, mail);
    await recordAudit(tx, editor, { action: "mail.retry", noun: "mail", target: id, at });
    return { ok: true };
  });
}

/** An invitation that leaves after its cancellation would put the session back in the calendar. */
async function isOvertaken(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" earlier JOIN "OutgoingMail" later ON later."registrationId" = earlier."registrationId"
    WHERE earlier."id" = ${id}::uuid AND earlier."calendarMethod" = 'REQUEST'
      AND later."id" > earlier."id" AND later."calendarMethod" = 'CANCEL' AND later."status" IN ('queued', 'sent')
    LIMIT 1`;
  return rows.length > 0;
}
