import { dayInParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";

const KEPT_DAYS = 800;

/** Always in the same order, so that two processes never wait for each other. */
export async function addViews(counts: ReadonlyMap<string, number>, at: Date): Promise<void> {
  if (counts.size === 0) return;
  const paths = [...counts.keys()].sort();
  await db.$executeRaw`
    INSERT INTO "PageView" ("day", "path", "count")
    SELECT ${dayInParis(at)}::date, * FROM unnest(${paths}::text[], ${paths.map((path) => counts.get(path) ?? 0)}::int[])
    ON CONFLICT ("day", "path") DO UPDATE SET "count" = "PageView"."count" + EXCLUDED."count"`;
}

export const forgetOldViews = (at: Date) =>
  db.$executeRaw`DELETE FROM "PageView" WHERE "day" < ${dayInParis(at)}::date - ${KEPT_DAYS}::int`;
