import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { log } from "#lib/platform/log";

/** People refused one after the other, nobody being accepted between them, that stop the outbox. */
export const REFUSALS_IN_A_ROW = 5;
/** While it is stopped, one message is tried in so many milliseconds. */
const PROBE_EVERY_MS = 60_000;

export async function turnToLeave(at: Date): Promise<"free" | "probe" | "held"> {
  const stop = await db.outboxStop.findFirst({ where: { resumedAt: null }, select: { id: true } });
  if (!stop) return "free";
  const { count } = await db.outboxStop.updateMany({
    where: { id: stop.id, resumedAt: null, probedAt: { lte: new Date(at.getTime() - PROBE_EVERY_MS) } },
    data: { probedAt: at },
  });
  return count ? "probe" : "held";
}

export async function resume(tx: Transaction, at: Date): Promise<void> {
  await tx.outboxStop.updateMany({ where: { resumedAt: null }, data: { resumedAt: at } });
}

/**
 * What a server says to everybody is about nobody: their messages wait again. Those older than the end of an earlier stop
 * were judged while others were accepted, and are not counted.
 */
export async function stopAfterRefusals(tx: Transaction, at: Date): Promise<void> {
  const refused = await tx.$queryRaw<{ id: string; to: string }[]>`
    SELECT "id", lower("to") AS "to" FROM "OutgoingMail"
    WHERE "status" IN ('queued', 'failed')
      AND "refusedAt" > coalesce((SELECT max("sentAt") FROM "OutgoingMail"), '-infinity')
      AND "createdAt" > coalesce((SELECT max("resumedAt") FROM "OutboxStop"), '-infinity')`;
  if (new Set(refused.map(({ to }) => to)).size < REFUSALS_IN_A_ROW) return;
  const { count } = await tx.outboxStop.createMany({ data: [{ stoppedAt: at, probedAt: at }], skipDuplicates: true });
  if (!count) return;
  await tx.outgoingMail.updateMany({
    where: { id: { in: refused.map(({ id }) => id) }, status: "failed" },
    data: { status: "queued" },
  });
  log().error({ refused: refused.length }, "the mail server refuses everybody: the outbox is stopped");
}

export function resumeByHand(editor: Editor, at: Date): Promise<void> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.outboxStop.deleteMany({ where: { resumedAt: null } });
    if (count) await recordAudit(tx, editor, { action: "mail.resume", noun: "mail", target: "outbox", at });
  });
}
