import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { emailKey } from "#lib/platform/text";
import { remarksKeptSince } from "#lib/remarks/rules";
import type { NewRemark } from "#lib/remarks/schema";

/** @param formToken of the form that it came with: sent twice, it is kept once */
export async function leaveRemark(remark: NewRemark, formToken: string, at: Date): Promise<void> {
  const { page, verdict, text, email } = remark;
  const row = {
    ...{ page, verdict, text, email },
    emailKey: email && emailKey(email),
    formFingerprint: fingerprint([formToken, page, verdict, text, email]),
    createdAt: at,
  };
  await db.remark.createMany({ data: [row], skipDuplicates: true });
}

/** @returns false when it was handled before, or is gone */
export const handleRemark = (editor: Editor, id: string, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.remark.updateMany({
      where: { id, handledAt: null },
      data: { handledAt: at, handledById: editor.userId },
    });
    if (count) await recordAudit(tx, editor, { action: "remark.handle", noun: "remark", target: id, at });
    return count > 0;
  });

/** @returns false when it is gone already */
export const deleteRemark = (editor: Editor, id: string, at: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.remark.deleteMany({ where: { id } });
    if (count) await recordAudit(tx, editor, { action: "remark.delete", noun: "remark", target: id, at });
    return count > 0;
  });

export const forgetRemarksOf = (tx: Transaction, emailKeys: readonly string[]) =>
  tx.remark.deleteMany({ where: { emailKey: { in: [...emailKeys] } } });

export const forgetOldRemarks = (at: Date) =>
  db.remark.deleteMany({ where: { createdAt: { lte: remarksKeptSince(at) } } });
