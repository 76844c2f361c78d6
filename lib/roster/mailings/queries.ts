import type { Viewer } from "#lib/auth/editor";
import type { Deliveries } from "#lib/mail/schema";
import { fromParis, inParis, PARIS } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { Mailing, MailingPage } from "#lib/roster/mailings/schema";

const monthOf = (at: Date): string => inParis(at).toPlainDate().toPlainYearMonth().toString();

const startOf = (month: string): Date => fromParis(`${month}-01T00:00`) ?? new Date(`${month}-01T00:00Z`);

const endOf = (month: string): Date => new Date(inParis(startOf(month)).add({ months: 1 }).epochMilliseconds);

const lastWritten = async (before?: Date): Promise<Date | null> =>
  (
    await db.outgoingMail.findFirst({
      where: { createdAt: { lt: before } },
      select: { createdAt: true },
      orderBy: { createdAt: "desc" },
    })
  )?.createdAt ?? null;

const firstWritten = async (from: Date): Promise<Date | null> =>
  (
    await db.outgoingMail.findFirst({
      where: { createdAt: { gte: from } },
      select: { createdAt: true },
      orderBy: { createdAt: "asc" },
    })
  )?.createdAt ?? null;

type Row = Pick<Mailing, "kind" | "day" | "firstAt"> &
  Deliveries & { webinarId: string | null; announcementId: string | null };

const grouped = (from: Date, to: Date): Promise<Row[]> =>
  db.$queryRaw<Row[]>`
    SELECT m."kind", to_char(m."createdAt" AT TIME ZONE ${PARIS}, 'YYYY-MM-DD') AS "day", r."webinarId", m."announcementId",
      min(m."createdAt") AS "firstAt", count(*) FILTER (WHERE m."status" = 'sent')::int AS "sent",
      count(*) FILTER (WHERE m."status" = 'failed')::int AS "failed",
      count(*) FILTER (WHERE m."status" = 'queued')::int AS "queued",
      count(*) FILTER (WHERE m."status" = 'dropped')::int AS "dropped"
    FROM "OutgoingMail" m LEFT JOIN "Registration" r ON r."id" = m."registrationId"
    WHERE m."createdAt" >= ${from} AND m."createdAt" < ${to}
    GROUP BY 1, 2, 3, 4 ORDER BY max(m."createdAt") DESC, 1, 3`;

/**
 * What was written in a month, by mailing: one line for everybody to whom the same was written of the same session on a day.
 * @param asked YYYY-MM; the latest month where something was written when it says nothing
 * @param at the present instant, for when nothing was ever written
 */
export async function listMailings(_viewer: Viewer, asked: string | undefined, at: Date): Promise<MailingPage> {
  const month = asked ?? monthOf((await lastWritten()) ?? at);
  const [from, to] = [startOf(month), endOf(month)];
  const [rows, before, after] = await Promise.all([grouped(from, to), lastWritten(from), firstWritten(to)]);
  const idsOf = (key: "webinarId" | "announcementId") => [...new Set(rows.flatMap((row) => row[key] ?? []))];
  const [webinars, announcements] = await Promise.all([
    db.webinar.findMany({
      where: { id: { in: idsOf("webinarId") } },
      select: { id: true, title: true, startsAt: true },
    }),
    db.announcement.findMany({ where: { id: { in: idsOf("announcementId") } }, select: { id: true, subject: true } }),
  ]);
  const mailings = rows.map(({ kind, day, firstAt, webinarId, announcementId, ...deliveries }) => ({
    ...{ kind, day, firstAt, deliveries },
    webinar: webinars.find(({ id }) => id === webinarId) ?? null,
    announcement: announcements.find(({ id }) => id === announcementId) ?? null,
  }));
  return { month, previous: before && monthOf(before), next: after && monthOf(after), mailings };
}
