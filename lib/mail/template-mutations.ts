import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { MAIL_KINDS, type MailKind, type MailTemplate } from "#lib/mail/schema";
import { type TemplateInput, type TemplateTarget, templateName } from "#lib/mail/template-form";
import { withFrenchNames } from "#lib/mail/variables";
import { db, isDangling } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

/** Where the words of a message come from. */
export type TemplateOrigin = "webinar" | "common" | "file";

/** A text as its edit form shows it, in the words of the team. */
export type EditedTemplate = MailTemplate & {
  origin: TemplateOrigin;
  /** 0 while the target has no text of its own. */
  version: number;
};

/** Every kind of message, and when its common text was rewritten; null for those that never were. */
export async function listCommonTemplates(_editor: Editor): Promise<{ kind: MailKind; editedAt: Date | null }[]> {
  const rows = await db.mailTemplate.findMany({ where: { webinarId: null }, select: { kind: true, editedAt: true } });
  const edited = new Map(rows.map(({ kind, editedAt }) => [kind, editedAt]));
  return MAIL_KINDS.map((kind) => ({ kind, editedAt: edited.get(kind) ?? null }));
}

/** The text that a message has now for a session, or for all. */
export async function findEditedTemplate(
  _editor: Editor,
  { kind, webinarId }: TemplateTarget,
): Promise<EditedTemplate> {
  const rows = await db.mailTemplate.findMany({
    where: { kind, OR: [{ webinarId: null }, ...(webinarId ? [{ webinarId }] : [])] },
    select: { webinarId: true, version: true },
  });
  const own = rows.find((row) => row.webinarId === webinarId);
  const origin = rows.some((row) => row.webinarId !== null) ? "webinar" : rows.length ? "common" : "file";
  const { subject, body } = await findTemplate(db, kind, webinarId);
  return { subject: withFrenchNames(subject), body: withFrenchNames(body), origin, version: own?.version ?? 0 };
}

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
