import type { Viewer } from "#lib/auth/editor";
import { dayInParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { isFile, monthsBefore, OTHER_PAGES } from "#lib/views/rules";
import type { ViewedPage, ViewsOfDay } from "#lib/views/schema";

const DAYS = { month: 30, year: 365 };
const SHOWN = 500;

/** How often each page was read in the last 30 and the last 365 days, today included; the most read first. */
export const viewedPages = (_editor: Viewer, at: Date): Promise<ViewedPage[]> =>
  db.$queryRaw<ViewedPage[]>`
    SELECT "path",
      coalesce(sum("count") FILTER (WHERE "day" > ${dayInParis(at)}::date - ${DAYS.month}::int), 0)::int AS "month",
      sum("count")::int AS "year"
    FROM "PageView" WHERE "day" > ${dayInParis(at)}::date - ${DAYS.year}::int
    GROUP BY "path" ORDER BY "month" DESC, "year" DESC, "path" LIMIT ${SHOWN}`;

export const viewsByDay = (_editor: Viewer, at: Date): Promise<ViewsOfDay[]> =>
  db.$queryRaw<ViewsOfDay[]>`
    SELECT "day"::text, "path", "count" FROM "PageView" WHERE "day" > ${dayInParis(at)}::date - ${DAYS.year}::int
    ORDER BY "day", "path"`;

/** What is published of them: whole months of everything, and pages of the site map over 30 whole days. @returns null before the first view */
export async function countViews(
  at: Date,
): Promise<{ months: { key: string; count: number }[]; pages: { key: string; count: number }[] } | null> {
  const [months, pages] = await Promise.all([
    db.$queryRaw<{ key: string; count: number }[]>`
      SELECT to_char("day", 'YYYY-MM') AS "key", sum("count")::int AS "count" FROM "PageView" GROUP BY 1`,
    db.$queryRaw<{ key: string; count: number }[]>`
      SELECT "path" AS "key", sum("count")::int AS "count" FROM "PageView"
      WHERE "day" < ${dayInParis(at)}::date AND "day" >= ${dayInParis(at)}::date - ${DAYS.month}::int
      GROUP BY 1 ORDER BY 2 DESC, 1`,
  ]);
  const read = pages.filter(({ key }) => key !== OTHER_PAGES && !isFile(key));
  if (!months.length) return null;
  const counts = new Map(months.map(({ key, count }) => [key, count]));
  return { months: monthsBefore(at).map((key) => ({ key, count: counts.get(key) ?? 0 })), pages: read };
}
