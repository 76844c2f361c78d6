import { db } from "#lib/platform/db";

/** When the live jobs of a queue run next; those that run at this instant are left out. @returns instants by key */
export async function nextRuns(queue: string, keys: readonly string[]): Promise<Map<string, Date>> {
  if (!keys.length) return new Map();
  const rows = await db.$queryRaw<{ key: string; startAfter: Date }[]>`
    SELECT singleton_key AS "key", start_after AS "startAfter" FROM pgboss.job
    WHERE name = ${queue} AND singleton_key = ANY(${keys}) AND state IN ('created', 'retry')`;
  return new Map(rows.map(({ key, startAfter }) => [key, startAfter]));
}
