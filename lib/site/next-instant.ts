import { nextPublication } from "#lib/items/queries";
import { nextMidnight } from "#lib/platform/dates";
import { db } from "#lib/platform/db";

/** When a session starts or ends next, or its replay comes out; null when nothing is to come. */
async function nextWebinarInstant(at: Date): Promise<Date | null> {
  const rows = await db.$queryRaw<{ next: Date | null }[]>`
    SELECT min("instant") AS "next" FROM (
      SELECT unnest(ARRAY["startsAt", "startsAt" + make_interval(mins => "durationMinutes"), "replayPublishedAt"])
      FROM "Webinar"
    ) AS "instants"("instant") WHERE "instant" > ${at}`;
  return rows[0]?.next ?? null;
}

/**
 * The first instant after `at` at which a public page may change though nobody writes: something that was scheduled comes
 * out, a session starts or ends, a replay may be watched, another day begins in Paris.
 */
export async function nextInstant(at: Date): Promise<Date> {
  const instants = await Promise.all([nextPublication(at), nextWebinarInstant(at)]);
  return new Date(
    Math.min(...[nextMidnight(at), ...instants].flatMap((instant) => (instant ? [instant.getTime()] : []))),
  );
}
