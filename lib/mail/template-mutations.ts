import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { type TemplateInput, templateName } from "#lib/mail/template-form";
import { db, isDangling } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

/** `stale`: someone saved meanwhile. `unknown`: the session is gone. */
export type TemplateRefusal = "stale" | "unknown";

/**
 * Saves a text for all sessions or for one, and its journal entry.
 * The version arbitrates between two editors: the second is refused, nothing of the first is lost.
 */
export async function saveTemplate(
  editor: Editor,
  { id: target, version, subject, body }: TemplateInput,
  at: Date,
): Promise<Result<object, TemplateRefusal>> {
  const data = { subject, body, editedAt: at };
  try {
    return await db.$transaction(async (tx) => {
      const { count } = version
        ? await tx.mailTemplate.updateMany({ where: { ...target, version }, data: { ...data, version: version + 1 } })
        : await tx.mailTemplate.createMany({ data: [{ ...target, ...data }], skipDuplicates: true });
      if (count === 0) return { ok: false, reason: "stale" };
      const details = { fields: ["subject", "body"] };
      await recordAudit(tx, editor, {
        action: "mail-template.update",
        noun: "mail-template",
        target: templateName(target),
        details,
        at,
      });
      return { ok: true };
    });
  } catch (error) {
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}

/**
 * Goes back to the text that was there before the team wrote this one: the common text for a session, else that of
 * content/mails.
 */
export function resetTemplate(
  editor: Editor,
  { id: target, version }: Pick<TemplateInput, "id" | "version">,
  at: Date,
): Promise<Result<object, "stale">> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.mailTemplate.deleteMany({ where: { ...target, version } });
    if (count === 0) return { ok: false, reason: "stale" };
    await recordAudit(tx, editor, {
      action: "mail-template.reset",
      noun: "mail-template",
      target: templateName(target),
      at,
    });
    return { ok: true };
  });
}
