import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { writtenLines } from "#lib/orientation/queries";
import { groupOf } from "#lib/orientation/rules";
import { EVERY_NEED, type GroupEdit } from "#lib/orientation/schema";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import type { Result } from "#lib/platform/result";

type Saved = Result<object, "stale" | "unknown">;

const NOUN = { noun: "orientation", target: "orientation" } as const;

const locked = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "OrientationStep" IN SHARE ROW EXCLUSIVE MODE`;
    return work(tx);
  });

/** Replaces the lines of one need, or those of all, in the table that is being written; visitors see none of it yet. */
export const saveGroup = (editor: Editor, { need: slug, lines, shown }: GroupEdit, at: Date): Promise<Saved> =>
  locked(async (tx) => {
    const need = slug === EVERY_NEED ? null : await tx.need.findUnique({ where: { slug }, select: { id: true } });
    if (!need && slug !== EVERY_NEED) return { ok: false, reason: "unknown" };
    if (fingerprint(groupOf(await writtenLines(editor, tx), slug)) !== shown) return { ok: false, reason: "stale" };
    const needId = need?.id ?? null;
    await tx.orientationStep.deleteMany({ where: { published: false, needId } });
    await tx.orientationStep.createMany({
      data: lines.map((line, position) => ({ ...line, published: false, needId, position })),
    });
    await recordAudit(tx, editor, { ...NOUN, action: "orientation.update", details: { need: slug }, at });
    return { ok: true };
  });

/** Leads visitors by the table that was being written. @param shown the fingerprint of what the editor read of it */
export const publishTable = (editor: Editor, shown: string, at: Date): Promise<Saved> =>
  locked(async (tx) => {
    if (fingerprint(await writtenLines(editor, tx)) !== shown) return { ok: false, reason: "stale" };
    await tx.orientationStep.deleteMany({ where: { published: true } });
    const rows = await tx.orientationStep.findMany({ omit: { id: true } });
    await tx.orientationStep.createMany({ data: rows.map((row) => ({ ...row, published: true })) });
    await recordAudit(tx, editor, { ...NOUN, action: "orientation.publish", at });
    return { ok: true };
  });
