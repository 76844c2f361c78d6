import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { lockQuestion } from "#lib/questions/queries";
import type { Moderation } from "#lib/questions/schema";

/** `stale`: a colleague changed it since it was read. `unknown`: it is gone. */
export type ModerationRefusal = "stale" | "unknown";

/** @param registrationId who asks; null when that must not be known */
export async function askQuestion(
  tx: Transaction,
  webinarId: string,
  registrationId: string | null,
  text: string,
  at: Date,
): Promise<void> {
  await tx.question.create({ data: { webinarId, registrationId, text, createdAt: at } });
}

/**
 * A question is public once it is accepted and answered.
 * @param change `shown` is the fingerprint of what the editor read; without it nothing is compared
 */
export async function moderate(
  editor: Editor,
  id: string,
  { shown, ...change }: Moderation & { shown?: string },
  at: Date,
): Promise<Result<{ webinarId: string }, ModerationRefusal>> {
  return db.$transaction(async (tx) => {
    const question = await lockQuestion(tx, id);
    if (!question) return { ok: false, reason: "unknown" };
    if (shown !== undefined && shown !== question.shown) return { ok: false, reason: "stale" };
    await tx.question.update({ where: { id }, data: change });
    const details = { status: change.status, fields: Object.keys(change) };
    await recordAudit(tx, editor, {
      action: "question.moderate",
      noun: "webinar",
      target: question.webinarId,
      details,
      at,
    });
    return { ok: true, webinarId: question.webinarId };
  });
}

/** Notes that a question was answered aloud, or takes it back. The first instant is kept. @returns whether there is such a question */
export async function noteSpoken(
  editor: Editor,
  { webinarId, id }: { webinarId: string; id: string },
  spoken: boolean,
  at: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "Question" SET "spokenAt" = ${spoken ? at : null}
      WHERE "id" = ${id}::uuid AND "webinarId" = ${webinarId}::uuid AND ("spokenAt" IS NOT NULL) <> ${spoken}`;
    if (!changed) return (await tx.question.count({ where: { id, webinarId } })) > 0;
    const details = { spoken };
    await recordAudit(tx, editor, { action: "question.speak", noun: "webinar", target: webinarId, details, at });
    return true;
  });
}
