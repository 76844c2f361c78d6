import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import type { MailStatus, OutgoingMail, Prisma } from "#prisma/client";

const PAGE_SIZE = 50;

const row = {
  id: true,
  kind: true,
  status: true,
  to: true,
  subject: true,
  attempts: true,
  lastError: true,
  sentAt: true,
  createdAt: true,
} as const satisfies Prisma.OutgoingMailSelect;

/** One line of the outbox. */
export type MailRow = Prisma.OutgoingMailGetPayload<{ select: typeof row }>;

/** A page of the outbox, newest first. */
export type MailPage = { items: MailRow[]; total: number; page: number; pageCount: number };

/**
 * The outbox, newest first.
 * @param options.status only the messages in this state
 * @param options.page from 1; a page past the end is the last one
 */
export async function listMails(
  _editor: Editor,
  options: { status?: MailStatus; page?: number } = {},
): Promise<MailPage> {
  const where = { status: options.status };
  const total = await db.outgoingMail.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, options.page ?? 1), pageCount);
  const items = await db.outgoingMail.findMany({
    where,
    select: row,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { items, total, page, pageCount };
}

/** A message with its bodies; its personal links are struck out once it has left. @returns null when there is none */
export const findMail = (_editor: Editor, id: string): Promise<OutgoingMail | null> =>
  db.outgoingMail.findUnique({ where: { id } });

/**
 * Messages still waiting, oldest first, for the sweep of those whose job was lost.
 * @param before instant before which they were written
 * @param after last identifier of the previous batch
 */
export async function waitingMails(before: Date, limit: number, after?: string): Promise<string[]> {
  const rows = await db.outgoingMail.findMany({
    where: { status: "queued", createdAt: { lt: before }, id: { gt: after } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(({ id }) => id);
}
