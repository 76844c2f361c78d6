import type { Editor } from "#lib/auth/editor";
import { MAIL_QUEUE } from "#lib/mail/outbox";
import { isPlanned } from "#lib/mail/plan";
import { MAIL_KINDS, type MailKind, type MailListQuery, PERSONAL_KINDS } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import { nextRuns } from "#lib/platform/queue-queries";
import { emailKey } from "#lib/platform/text";
import { type MailStatus, Prisma } from "#prisma/client";

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

/** When a waiting message is tried next; null when it leaves at once, or does not wait. */
type NextTry = { nextTryAt: Date | null };

/** One line of the outbox. */
export type MailRow = Prisma.OutgoingMailGetPayload<{ select: typeof row }> & NextTry;

/** A page of the outbox, newest first. */
export type MailPage = {
  items: MailRow[];
  total: number;
  page: number;
  pageCount: number;
  /** How many are in each state, whatever state is asked for. */
  counts: Partial<Record<MailStatus, number>>;
};

const whereOf = ({ type, seance, q }: Partial<MailListQuery>): Prisma.OutgoingMailWhereInput => ({
  kind: type,
  ...(seance && { registration: { webinarId: seance } }),
  ...(q && { to: { contains: emailKey(q), mode: "insensitive" } }),
});

async function withNextTries<Mail extends { id: string; status: MailStatus }>(
  mails: Mail[],
): Promise<(Mail & NextTry)[]> {
  const waiting = mails.filter(({ status }) => status === "queued").map(({ id }) => id);
  const tries = await nextRuns(MAIL_QUEUE, waiting);
  return mails.map((mail) => ({ ...mail, nextTryAt: tries.get(mail.id) ?? null }));
}

/**
 * The outbox, newest first.
 * @param query.page from 1; a page past the end is the last one
 */
export async function listMails(_editor: Editor, query: Partial<MailListQuery> = {}): Promise<MailPage> {
  const filter = whereOf(query);
  const groups = await db.outgoingMail.groupBy({ by: ["status"], where: filter, _count: true });
  const counts: MailPage["counts"] = Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
  const total = query.etat ? (counts[query.etat] ?? 0) : groups.reduce((sum, { _count }) => sum + _count, 0);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page ?? 1), pageCount);
  const items = await db.outgoingMail.findMany({
    where: { ...filter, status: query.etat },
    select: row,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { items: await withNextTries(items), total, page, pageCount, counts };
}

/** The sessions that messages are about, the latest first. */
export const mailWebinars = (_editor: Editor): Promise<{ id: string; title: string; startsAt: Date }[]> =>
  db.webinar.findMany({
    where: { registrations: { some: { mails: { some: {} } } } },
    select: { id: true, title: true, startsAt: true },
    orderBy: { startsAt: "desc" },
  });

const whole = {
  registration: {
    select: {
      id: true,
      status: true,
      anonymisedAt: true,
      webinar: { select: { id: true, title: true, startsAt: true } },
    },
  },
} as const satisfies Prisma.OutgoingMailInclude;

/** A message with its bodies and what it is about. */
export type WholeMail = Prisma.OutgoingMailGetPayload<{ include: typeof whole }> &
  NextTry & {
    /** Whether it was refused, and a later message made it untrue. */
    stale: boolean;
  };

/** A message with its bodies; its personal links are struck out once it has left. @returns null when there is none */
export async function findMail(_editor: Editor, id: string): Promise<WholeMail | null> {
  const found = await db.outgoingMail.findUnique({ where: { id }, include: whole });
  const [mail] = found ? await withNextTries([found]) : [];
  return mail ? { ...mail, stale: mail.status === "failed" && (await isStaleByLaterMail(db, id)) } : null;
}

/** Messages that nothing said later makes untrue. */
const LASTING: readonly MailKind[] = ["announcement", "follow-up-present", "follow-up-absent", "survey"];

const NO_NEWS: readonly MailKind[] = ["announcement", "cancellation-to-confirm", ...PERSONAL_KINDS];

/** Messages that tell where people stand, or what became of their session: only the latest is true. */
const NEWS = MAIL_KINDS.filter((kind) => !isPlanned(kind) && !NO_NEWS.includes(kind));

/**
 * Whether a later message says otherwise, whatever became of it: the session moved twice, then was held after all. What
 * speaks of several sessions gives way to the news of any of them, and whatever was written to an address to the
 * correction of that address.
 */
const STALE = Prisma.sql`(
  EXISTS (SELECT FROM "OutgoingMail" later
    WHERE later."id" > earlier."id" AND earlier."kind" <> ALL(${LASTING}) AND later."kind" = ANY(${NEWS})
      AND (later."registrationId" = earlier."registrationId"
        OR earlier."calendarMethod" = 'PUBLISH' AND later."emailKey" = earlier."emailKey"))
  OR EXISTS (SELECT FROM "Registration" r
    WHERE r."id" = earlier."registrationId" AND r."emailKey" <> earlier."emailKey"))`;

/** Whether a message is not true any more, and must not leave again. */
export async function isStaleByLaterMail(client: Transaction, id: string): Promise<boolean> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" earlier WHERE earlier."id" = ${id}::uuid AND ${STALE}`;
  return rows.length > 0;
}

/** How many messages were refused and still have something to say. @param at the present instant */
export async function countRefused(_editor: Editor, at: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "OutgoingMail" earlier
    WHERE earlier."status" = 'failed' AND coalesce(earlier."staleAt" > ${at}, true) AND NOT ${STALE}`;
  return row?.count ?? 0;
}

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
