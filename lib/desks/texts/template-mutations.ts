import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { type TemplateInput, templateItem } from "#lib/mail/template-form";
import { findStoredTemplate } from "#lib/mail/template-queries";
import { withFrenchNames } from "#lib/mail/variables";
import { db, isDangling } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { lockItem, recordRevision } from "#lib/revisions/mutations";
import { changedNames, isUpToDate } from "#lib/revisions/rules";
import type { Edition } from "#lib/revisions/schema";

/** `stale`: someone saved meanwhile. `unknown`: the session is gone. */
export type TemplateRefusal = "stale" | "unknown";

/**
 * Puts words to use for all sessions or for one, with their revision and their journal entry.
 * Of two editors the second is refused, nothing of the first is lost.
 */
export async function saveTemplate(
  editor: Editor,
  { id: target, version, subject, body }: TemplateInput,
  at: Date,
  edition: Edition,
): Promise<Result<object, TemplateRefusal>> {
  const item = templateItem(target);
  try {
    return await db.$transaction(async (tx) => {
      const current = await lockItem(tx, item, () => findStoredTemplate(tx, target, at));
      if (!current || !isUpToDate(current, version, edition.pen)) return { ok: false, reason: "stale" };
      const next = current.version + 1;
      const data = { subject, body, editedAt: at, version: next };
      const { count } = await tx.mailTemplate.updateMany({ where: target, data });
      if (count === 0) await tx.mailTemplate.create({ data: { ...target, ...data } });
      await recordRevision(tx, editor, item, edition, current, { version: next, state: "published", at });
      const details = { fields: changedNames(edition.values, edition.stored ?? {}) };
      await recordAudit(tx, editor, { action: "mail-template.update", ...item.entry, details, at });
      return { ok: true };
    });
  } catch (error) {
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}

/**
 * Goes back to the text that was there before the team wrote this one: the common text for a session, else that of
 * content/mails. What is left stays in the history.
 * @param title what the text is called there
 */
export function resetTemplate(
  editor: Editor,
  { id: target, version }: Pick<TemplateInput, "id" | "version">,
  at: Date,
  title: string,
): Promise<Result<object, "stale">> {
  const item = templateItem(target);
  return db.$transaction(async (tx) => {
    const current = await lockItem(tx, item, () => findStoredTemplate(tx, target, at));
    if (current?.version !== version) return { ok: false, reason: "stale" };
    const wordsOf = async () => {
      const { subject, body } = await findTemplate(tx, target.kind, target.webinarId);
      return { subject: withFrenchNames(subject), body: withFrenchNames(body) };
    };
    const stored = await wordsOf();
    const { count } = await tx.mailTemplate.deleteMany({ where: target });
    if (count === 0) return { ok: false, reason: "stale" };
    const edition = { values: await wordsOf(), title, pen: null, auto: false, stored };
    const written = { version: version + 1, state: "published" as const, at };
    await recordRevision(tx, editor, item, edition, current, written);
    await recordAudit(tx, editor, { action: "mail-template.reset", ...item.entry, at });
    return { ok: true };
  });
}
