import type { Viewer } from "#lib/auth/editor";
import { PARIS } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { Timeline, TimelineStep } from "#lib/roster/timeline/schema";

/** Longer than a month is told by week. */
const MOST_DAYS = 31;

/**
 * How a session filled: each day, or each week, on which somebody came or left. Whoever comes back counts once, as they
 * first came; who let an offer pass does not, since when is not kept.
 */
export async function registrationTimeline(_viewer: Viewer, webinarId: string): Promise<Timeline> {
  const rows = await db.$queryRaw<(TimelineStep & { weekly: boolean })[]>`
    WITH known AS (SELECT * FROM "Registration" WHERE "webinarId" = ${webinarId}::uuid AND "status" <> 'expired'),
    moves AS (
      SELECT "createdAt" AS "at", 1 AS "came", 0 AS "left" FROM known
      UNION ALL SELECT coalesce("cancelledAt", "createdAt"), 0, 1 FROM known WHERE "status" = 'cancelled'),
    days AS (SELECT ("at" AT TIME ZONE ${PARIS})::date AS "day", "came", "left" FROM moves),
    pace AS (SELECT max("day") - min("day") >= ${MOST_DAYS}::int AS "weekly" FROM days),
    steps AS (
      SELECT "weekly", CASE WHEN "weekly" THEN date_trunc('week', "day")::date ELSE "day" END AS "from",
        sum("came")::int AS "came", sum("left")::int AS "left"
      FROM days CROSS JOIN pace GROUP BY 1, 2)
    SELECT "weekly", "from"::text, "came", "left", (sum("came" - "left") OVER (ORDER BY "from"))::int AS "total"
    FROM steps ORDER BY "from"`;
  return { weekly: rows[0]?.weekly ?? false, steps: rows.map(({ weekly: _, ...step }) => step) };
}
