import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { PlannedKind } from "#lib/mail/plan";
import { db, isDangling } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

/**
 * Makes a session do without a planned message, or have it again. Safe to ask twice.
 * @param on whether the message leaves
 * @param at instant of the act
 */
export async function switchMail(
  editor: Editor,
  { webinarId, kind, on }: { webinarId: string; kind: PlannedKind; on: boolean },
  at: Date,
): Promise<Result<object, "unknown">> {
  try {
    return await db.$transaction(async (tx) => {
      const row = { webinarId, kind };
      const { count } = on
        ? await tx.disabledPlannedMail.deleteMany({ where: row })
        : await tx.disabledPlannedMail.createMany({ data: [row], skipDuplicates: true });
      const action = on ? "mail.switch-on" : "mail.switch-off";
      if (count) await recordAudit(tx, editor, { action, noun: "webinar", target: webinarId, details: { kind }, at });
      return { ok: true };
    });
  } catch (error) {
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}
