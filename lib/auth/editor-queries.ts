import { accountOf, asEditor, type Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";

/** Who asked for a work that lasts, as their account is now; null when it may write no more. */
export async function findEditor(userId: string | null): Promise<Editor | null> {
  const row = userId && (await db.user.findUnique({ where: { id: userId } }));
  return row && !row.disabledAt ? asEditor(accountOf({ userId: row.id, name: row.name, role: row.role })) : null;
}
