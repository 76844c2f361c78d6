import { expect } from "vitest";
import { db } from "#lib/platform/db";

/** Once so many wait for a lock of the file's database. */
export const waiting = (count: number) =>
  expect
    .poll(async () => {
      const rows = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return rows.length;
    })
    .toBeGreaterThanOrEqual(count);
