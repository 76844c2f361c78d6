import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { enqueueDelivery } from "#lib/mail/outbox-mutations";
import { isStaleByLaterMail } from "#lib/notices/outbox/queries";
import { priorityOf } from "#lib/notices/rules";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";

/** Why a message cannot be sent again as it is. */
export type RetryRefusal = "not-refused" | "stale";

/**
 * Sends a refused message again, with all its tries before it.
 * @returns « not-refused » when the message waits, has left or does not exist; « stale » when a later one made it
 *   untrue
 */
export async function retryMail(editor: Editor, id: string, at: Date): Promise<Result<object, RetryRefusal>> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    if (await isStaleByLaterMail(tx, id)) return { ok: false, reason: "stale" };
    const [mail] = await tx.outgoingMail.updateManyAndReturn({
      where: { id, status: "failed" },
      data: { status: "queued", attempts: 0, lastError: null },
      select: { kind: true },
    });
    if (!mail) return { ok: false, reason: "not-refused" };
    await enqueueDelivery(tx, id, priorityOf(mail.kind));
    await recordAudit(tx, editor, { action: "mail.retry", noun: "mail", target: id, at });
    return { ok: true };
  });
}
