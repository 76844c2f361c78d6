import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { ChangedPartnerLink, NewPartnerLink } from "#lib/partner-links/schema";
import { db, isDuplicate, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

type Act = { webinarId: string; details?: Record<string, string | number | string[]>; at: Date };

const note = (tx: Transaction, editor: Editor, action: string, { webinarId, ...act }: Act) =>
  recordAudit(tx, editor, { action, noun: "webinar", target: webinarId, ...act });

/**
 * Makes a link to a session for a partner to pass on.
 * @returns « taken » when a link of this session has the same code; « unknown » when there is no such session
 */
export async function createPartnerLink(
  editor: Editor,
  input: NewPartnerLink,
  at: Date,
): Promise<Result<{ id: string }, "taken" | "unknown">> {
  const { webinarId } = input;
  return db
    .$transaction(async (tx) => {
      if (!(await tx.webinar.count({ where: { id: webinarId } }))) return { ok: false, reason: "unknown" } as const;
      const { id } = await tx.partnerLink.create({ data: { ...input, createdAt: at }, select: { id: true } });
      await note(tx, editor, "partner-link.create", { webinarId, details: { partnerLink: id }, at });
      return { ok: true, id } as const;
    })
    .catch((error: unknown) => {
      if (isDuplicate(error)) return { ok: false, reason: "taken" } as const;
      throw error;
    });
}

/** Changes the name of a partner, or how many their link may bring; those whom it brought stay. */
export async function updatePartnerLink(
  editor: Editor,
  { webinarId, id, ...data }: ChangedPartnerLink,
  at: Date,
): Promise<Result<object, "unknown">> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.partnerLink.updateMany({ where: { id, webinarId }, data });
    if (!count) return { ok: false, reason: "unknown" };
    const details = { partnerLink: id, fields: Object.keys(data) };
    await note(tx, editor, "partner-link.update", { webinarId, details, at });
    return { ok: true };
  });
}

/** Deletes a link. Those whom it brought stay registered; through whom they came is forgotten. */
export async function deletePartnerLink(
  editor: Editor,
  { webinarId, id }: { webinarId: string; id: string },
  at: Date,
): Promise<Result<object, "unknown">> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.partnerLink.deleteMany({ where: { id, webinarId } });
    if (!count) return { ok: false, reason: "unknown" };
    await note(tx, editor, "partner-link.delete", { webinarId, details: { partnerLink: id }, at });
    return { ok: true };
  });
}
