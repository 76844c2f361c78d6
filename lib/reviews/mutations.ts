import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db, isDangling } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { mayOwn } from "#lib/reviews/queries";

type Item = { noun: EditorialNoun; id: string };

const change = (
  editor: Editor,
  { noun, id }: Item,
  act: "review" | "assign",
  columns: { reviewedAt?: Date; ownerId?: string | null },
  at: Date,
) =>
  db.$transaction(async (tx) => {
    const item = { noun, itemId: id };
    await tx.itemReview.upsert({ where: { noun_itemId: item }, create: { ...item, ...columns }, update: columns });
    await recordAudit(tx, editor, { action: `${noun}.${act}`, noun, target: id, at });
  });

/** Somebody read it again, and found nothing to change. */
export const markReviewed = (editor: Editor, item: Item, at: Date): Promise<void> =>
  change(editor, item, "review", { reviewedAt: at }, at);

/** `unknown`: the account is gone, or answers for nothing. @param ownerId null when nobody answers for it any more */
export async function assignOwner(
  editor: Editor,
  item: Item,
  ownerId: string | null,
  at: Date,
): Promise<Result<object, "unknown">> {
  if (ownerId && !(await db.user.count({ where: { ...mayOwn, id: ownerId } }))) return { ok: false, reason: "unknown" };
  try {
    await change(editor, item, "assign", { ownerId }, at);
    return { ok: true };
  } catch (error) {
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}
