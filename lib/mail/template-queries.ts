import type { Viewer } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { MAIL_KINDS, type MailKind, type MailTemplate } from "#lib/mail/schema";
import type { TemplateTarget } from "#lib/mail/template-form";
import { withFrenchNames } from "#lib/mail/variables";
import { db, type Transaction } from "#lib/platform/db";

export type TemplateOrigin = "webinar" | "common" | "file";

export type EditedTemplate = MailTemplate & {
  origin: TemplateOrigin;
  /** 0 while the target has no text of its own. */
  version: number;
};

/** Every kind of message, and when its common text was rewritten; null for those that never were. */
export async function listCommonTemplates(_editor: Viewer): Promise<{ kind: MailKind; editedAt: Date | null }[]> {
  const rows = await db.mailTemplate.findMany({ where: { webinarId: null }, select: { kind: true, editedAt: true } });
  const edited = new Map(rows.map(({ kind, editedAt }) => [kind, editedAt]));
  return MAIL_KINDS.map((kind) => ({ kind, editedAt: edited.get(kind) ?? null }));
}

/** What a text is before it is written anew; that of a target which has none of its own is its first. */
export async function findStoredTemplate(tx: Transaction, target: TemplateTarget, at: Date) {
  const row = await tx.mailTemplate.findFirst({ where: target, select: { version: true, editedAt: true } });
  const since = row?.editedAt ?? at;
  return { version: row?.version ?? 1, updatedAt: since, publishedAt: since };
}

export async function findEditedTemplate(
  _editor: Viewer,
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
