import type { Viewer } from "#lib/auth/editor";
import { NOTHING, periodOf, shownFigures, together, yearBefore } from "#lib/board/rules";
import type { BoardQuery, BoardReport, Counts, Period } from "#lib/board/schema";
import { dayInParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import { STEP } from "#lib/statistics/rules";
import { isFile, OTHER_PAGES } from "#lib/views/rules";
import { Prisma } from "#prisma/client";

const MOST = 10;

const monthOf = (column: Prisma.Sql) => Prisma.sql`to_char(${column} AT TIME ZONE 'Europe/Paris', 'YYYY-MM')`;
const within = (column: Prisma.Sql, { from, until }: Period) =>
  Prisma.sql`${column} >= ${from} AND ${column} < ${until}`;

type Month = Counts & { month: string };

/** What happened month by month: people count at the session that they hold a seat of, once it was held. */
async function countsOf(period: Period, at: Date): Promise<ReadonlyMap<string, Counts>> {
  const [start, created, published] = [
    Prisma.sql`w."startsAt"`,
    Prisma.sql`p."createdAt"`,
    Prisma.sql`r."publishedAt"`,
  ];
  const rows = await db.$queryRaw<Month[]>`
    WITH held AS (
      SELECT w."id", ${monthOf(start)} AS "month" FROM "Webinar" w
      WHERE ${within(start, period)} AND ${visibleSql(at, "w")} AND w."cancelledAt" IS NULL
        AND (w."replayPublishedAt" IS NOT NULL OR EXISTS (SELECT FROM "Registration" r WHERE r."webinarId" = w."id"))
        AND w."startsAt" + w."durationMinutes" * interval '1 minute' <= ${at}),
    told AS (
      SELECT "month", 1 AS "sessions", s."registrations", s."present", a."answers", a."notes", 0 AS "newPeople", 0 AS "resources"
      FROM held
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE "status" = 'confirmed') AS "registrations",
          count(*) FILTER (WHERE "presentAt" IS NOT NULL) AS "present"
        FROM "Registration" WHERE "webinarId" = held."id") s
      CROSS JOIN LATERAL (
        SELECT count(*) AS "answers", coalesce(sum("usefulness"), 0) AS "notes"
        FROM "SurveyAnswer" WHERE "webinarId" = held."id") a
      UNION ALL
      SELECT ${monthOf(created)}, 0, 0, 0, 0, 0, 1, 0 FROM "Person" p WHERE ${within(created, period)}
      UNION ALL
      SELECT ${monthOf(published)}, 0, 0, 0, 0, 0, 0, 1 FROM "Resource" r
      WHERE ${within(published, period)} AND ${visibleSql(at, "r")})
    SELECT "month", sum("sessions")::int AS "sessions", sum("registrations")::int AS "registrations",
      sum("present")::int AS "present", sum("answers")::int AS "answers", sum("notes")::int AS "notes",
      sum("newPeople")::int AS "newPeople", sum("resources")::int AS "resources"
    FROM told GROUP BY "month"`;
  return new Map(rows.map(({ month, ...counts }) => [month, counts]));
}

/** The pages that were read most, and how often the year before. */
async function mostRead(period: Period, before: Period): Promise<BoardReport["pages"]> {
  const reads = (of: Period) => Prisma.sql`
    coalesce(sum("count") FILTER (WHERE "day" >= ${dayInParis(of.from)}::date AND "day" < ${dayInParis(of.until)}::date), 0)::int`;
  const rows = await db.$queryRaw<BoardReport["pages"]>`
    SELECT "path", ${reads(period)} AS "current", ${reads(before)} AS "before" FROM "PageView"
    WHERE "path" <> ${OTHER_PAGES} AND "day" >= ${dayInParis(before.from)}::date AND "day" < ${dayInParis(period.until)}::date
    GROUP BY "path" ORDER BY "current" DESC, "path"`;
  return rows.filter(({ path, current }) => current > 0 && !isFile(path)).slice(0, MOST);
}

/** What was looked for in vain: often enough not to be what one person typed. */
const fruitless = ({ from, until }: Period): Promise<BoardReport["searches"]> =>
  db.$queryRaw<BoardReport["searches"]>`
    SELECT "words", sum("count")::int AS "count" FROM "FruitlessSearch"
    WHERE "day" >= ${dayInParis(from)}::date AND "day" < ${dayInParis(until)}::date
    GROUP BY "words" HAVING sum("count") >= ${STEP} ORDER BY "count" DESC, "words" LIMIT ${MOST}`;

/** What a period looked like, with the same one of the year before beside; the whole of it last. */
export async function boardReport(_viewer: Viewer, query: BoardQuery, at: Date): Promise<BoardReport> {
  const period = periodOf(query, at);
  const before = yearBefore(period, at);
  const [counts, countsBefore, pages, searches] = await Promise.all([
    countsOf(period, at),
    countsOf(before, at),
    mostRead(period, before),
    fruitless(period),
  ]);
  const figures = (all: ReadonlyMap<string, Counts>, months: readonly string[]) =>
    shownFigures(together(months.map((month) => all.get(month) ?? NOTHING)), months, at);
  const lineOf = (key: string | null, months: readonly string[], monthsBefore: readonly string[]) => ({
    key,
    current: figures(counts, months),
    before: figures(countsBefore, monthsBefore),
  });
  const lines = period.months.map((month, index) => lineOf(month, [month], before.months.slice(index, index + 1)));
  const whole = period.month === null ? [lineOf(null, period.months, before.months)] : [];
  return { period, lines: [...lines, ...whole], pages, searches };
}
