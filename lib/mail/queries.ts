import type { Viewer } from "#lib/auth/editor";
import { nextRuns } from "#lib/mail/queue-queries";
import type { Deliveries, MailListQuery } from "#lib/mail/schema";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { fromParis, nextMidnight } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { emailKey, literally } from "#lib/platform/text";
import { personWords } from "#lib/search/words";
import type { MailStatus, Prisma } from "#prisma/client";

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
export type NextTry = { nextTryAt: Date | null };

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

function isAbout(word: string): Prisma.OutgoingMailWhereInput {
  const like = { contains: literally(word), mode: "insensitive" } as const;
  const bare = { ...like, contains: literally(word.normalize("NFD").replace(/\p{M}/gu, "")) };
  const registration = { OR: [{ firstName: like }, { lastName: like }] };
  return {
    OR: [{ to: like }, { to: bare }, { emailKey: { ...like, contains: literally(emailKey(word)) } }, { registration }],
  };
}

function writtenOn(day: string): Prisma.OutgoingMailWhereInput {
  const start = fromParis(`${day}T00:00`);
  return start ? { createdAt: { gte: start, lt: nextMidnight(start) } } : {};
}

const whereOf = ({ type, seance, annonce, jour, q }: Partial<MailListQuery>): Prisma.OutgoingMailWhereInput => ({
  kind: type,
  announcementId: annonce,
  ...(jour && writtenOn(jour)),
  ...(seance && { registration: { webinarId: seance } }),
  ...(q && { AND: personWords(q).map(isAbout) }),
});

export async function withNextTries<Mail extends { id: string; status: MailStatus }>(
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
export async function listMails(_editor: Viewer, query: Partial<MailListQuery> = {}): Promise<MailPage> {
  const filter = whereOf(query);
  const groups = await db.outgoingMail.groupBy({ by: ["status"], where: filter, _count: true });
  const counts: MailPage["counts"] = Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
  const total = query.etat ? (counts[query.etat] ?? 0) : groups.reduce((sum, { _count }) => sum + _count, 0);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page ?? 1), pageCount);
  const items = await db.outgoingMail.findMany({
    where: { ...filter, status: query.etat },
    select: row,
    orderBy: [{ createdAt: "desc" }, { rank: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { items: await withNextTries(items), total, page, pageCount, counts };
}

/** The sessions that messages are about, the latest first. */
export const mailWebinars = (_editor: Viewer): Promise<{ id: string; title: string; startsAt: Date }[]> =>
  db.webinar.findMany({
    where: { registrations: { some: { mails: { some: {} } } } },
    select: { id: true, title: true, startsAt: true },
    orderBy: { startsAt: "desc" },
  });

export function deliveriesAmong(rows: readonly { status: MailStatus; _count: number }[]): Deliveries {
  const count = (status: MailStatus) => rows.find((row) => row.status === status)?._count ?? 0;
  return { queued: count("queued"), sent: count("sent"), failed: count("failed"), dropped: count("dropped") };
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

/** Since when the mail server refuses everybody, and its latest words. @returns null while messages leave */
export async function findOutboxStop(_editor: Viewer | null): Promise<{ since: Date; words: string } | null> {
  const stop = await db.outboxStop.findFirst({ where: { resumedAt: null }, select: { stoppedAt: true } });
  if (!stop) return null;
  const last = await db.outgoingMail.findFirst({
    where: { refusedAt: { not: null }, lastError: { not: null } },
    select: { lastError: true },
    orderBy: { refusedAt: "desc" },
  });
  return { since: stop.stoppedAt, words: last?.lastError ?? "" };
}
