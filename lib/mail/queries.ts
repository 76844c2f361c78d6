import type { Viewer } from "#lib/auth/editor";
import { nextRuns } from "#lib/mail/queue-queries";
import type { Deliveries, MailListQuery } from "#lib/mail/schema";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { fromParis, nextMidnight } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { folded } from "#lib/platform/letters";
import { emailKey, literally } from "#lib/platform/text";
import { personWords } from "#lib/search/words";
import { type OutgoingMail, Prisma } from "#prisma/client";
import type { MailStatus } from "#prisma/enums";

const PAGE_SIZE = 50;

/** When a waiting message is tried next; null when it leaves at once, or does not wait. */
export type NextTry = { nextTryAt: Date | null };

export type MailRow = Pick<
  OutgoingMail,
  "id" | "kind" | "status" | "to" | "subject" | "attempts" | "lastError" | "sentAt" | "createdAt"
> &
  NextTry;

/** A page of the outbox, newest first. */
export type MailPage = {
  items: MailRow[];
  total: number;
  page: number;
  pageCount: number;
  /** How many are in each state, whatever state is asked for. */
  counts: Partial<Record<MailStatus, number>>;
};

const about = (condition: Prisma.Sql) =>
  Prisma.sql`SELECT "id" FROM "OutgoingMail" WHERE "registrationId" IN (SELECT "id" FROM "Registration" WHERE ${condition})`;

/** The messages to an address, or about somebody whose name, has a word; spaces stand in no address, « @ » in no name. */
function isAbout(word: string): Prisma.Sql {
  const like = (letters: string) => `%${literally(letters)}%`;
  const letters = like(folded(word));
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
  const names = about(Prisma.sql`person_spelling("firstName", "lastName", "organisation") LIKE ${letters}
    AND "personId" IS NOT NULL AND search_fold(concat_ws(' ', "firstName", "lastName")) LIKE ${letters}`);
  return Prisma.sql`"id" IN (
    SELECT "id" FROM "OutgoingMail" WHERE "emailKey" LIKE ${like(emailKey(word))} OR "emailKey" LIKE ${like(emailKey(bare))}
    UNION ALL SELECT "id" FROM "OutgoingMail"
    WHERE "emailKey" IS NULL AND ("to" ILIKE ${like(word)} OR "to" ILIKE ${like(bare)})
    ${word.includes("@") ? Prisma.empty : Prisma.sql`UNION ALL ${names}`})`;
}

function writtenOn(day: string): Prisma.Sql[] {
  const start = fromParis(`${day}T00:00`);
  return start ? [Prisma.sql`"createdAt" >= ${start} AND "createdAt" < ${nextMidnight(start)}`] : [];
}

const designated = ({ type, seance, annonce, jour, q = "" }: Partial<MailListQuery>): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(type ? [Prisma.sql`"kind" = ${type}`] : []),
      ...(annonce ? [Prisma.sql`"announcementId" = ${annonce}::uuid`] : []),
      ...(jour ? writtenOn(jour) : []),
      ...(seance ? [Prisma.sql`"id" IN (${about(Prisma.sql`"webinarId" = ${seance}::uuid`)})`] : []),
      ...personWords(q).map(isAbout),
    ],
    " AND ",
  );

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
  const from = Prisma.sql`FROM "OutgoingMail" WHERE ${designated(query)}`;
  const groups = await db.$queryRaw<{ status: MailStatus; count: number }[]>`
    SELECT "status"::text AS "status", count(*)::int AS "count" ${from} GROUP BY "status"`;
  const counts: MailPage["counts"] = Object.fromEntries(groups.map(({ status, count }) => [status, count]));
  const total = query.etat ? (counts[query.etat] ?? 0) : groups.reduce((sum, { count }) => sum + count, 0);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, query.page ?? 1), pageCount);
  const items = await db.$queryRaw<Omit<MailRow, "nextTryAt">[]>`
    SELECT "id", "kind", "status", "to", "subject", "attempts", "lastError", "sentAt", "createdAt" ${from}
      ${query.etat ? Prisma.sql`AND "status" = ${query.etat}::"MailStatus"` : Prisma.empty}
    ORDER BY "createdAt" DESC, "rank" DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
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
