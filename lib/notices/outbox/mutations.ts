import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { enqueueDeliveries } from "#lib/mail/outbox-mutations";
import { isStaleByLaterMail, refusedMails } from "#lib/notices/outbox/queries";
import { priorityOf } from "#lib/notices/rules";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";

const AGAIN = { status: "queued", attempts: 0, lastError: null } as const;
const BATCH = 500;
const BATCH_TIMEOUT_MS = 60_000;

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
      data: AGAIN,
      select: { kind: true },
    });
    if (!mail) return { ok: false, reason: "not-refused" };
    await enqueueDeliveries(tx, [{ id, priority: priorityOf(mail.kind) }]);
    await recordAudit(tx, editor, { action: "mail.retry", noun: "mail", target: id, at });
    return { ok: true };
  });
}

/** Sends again all that was refused and is still true. @returns how many messages */
export async function retryAll(editor: Editor, at: Date): Promise<number> {
  await prepareQueue();
  let total = 0;
  for (let count = BATCH; count === BATCH; total += count) count = await retryBatch(editor, at);
  return total;
}

const retryBatch = (editor: Editor, at: Date): Promise<number> =>
  db.$transaction(
    async (tx) => {
      const ids = await refusedMails(tx, at, BATCH);
      const mails = await tx.outgoingMail.updateManyAndReturn({
        where: { id: { in: ids }, status: "failed" },
        data: AGAIN,
        select: { id: true, kind: true },
      });
      await enqueueDeliveries(
        tx,
        mails.map(({ id, kind }) => ({ id, priority: priorityOf(kind) })),
      );
      const details = { count: mails.length };
      if (mails.length)
        await recordAudit(tx, editor, { action: "mail.retry-all", noun: "mail", target: "outbox", details, at });
      return mails.length;
    },
    { timeout: BATCH_TIMEOUT_MS },
  );
