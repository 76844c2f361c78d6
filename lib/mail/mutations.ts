import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { enqueueDelivery } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";

/**
 * Sends a refused message again, with all its tries before it.
 * @param at instant of the request
 * @returns « not-refused » when the message waits, has left or does not exist
 */
export async function retryMail(editor: Editor, id: string, at: Date): Promise<Result<object, "not-refused">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, status: "failed" },
      data: { status: "queued", attempts: 0, lastError: null },
    });
    if (count === 0) return { ok: false, reason: "not-refused" };
    await enqueueDelivery(tx, id);
    await recordAudit(tx, editor, { action: "mail.retry", noun: "mail", target: id, at });
    return { ok: true };
  });
}
