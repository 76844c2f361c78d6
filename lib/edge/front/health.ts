import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { apart, shared } from "#lib/platform/apart";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { pendingMigrations } from "#lib/platform/migrations";

const DATABASE_LIMIT_MS = 1_000;
const MINIMUM_FREE_DISK = 0.05;
/** On a huge disk, a twentieth of it would be far more than is ever written. */
const ENOUGH_BYTES = 2 ** 30;

type Check = { name: string; ok: boolean };

const within = <T>(limitMs: number, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too slow")), limitMs).unref()),
  ]);

async function check(name: string, work: () => Promise<boolean>): Promise<Check> {
  try {
    return { name, ok: await work() };
  } catch (error) {
    log().warn({ err: error, check: name }, "readiness check failed");
    return { name, ok: false };
  }
}

/** Pages that wait for a connection are no reason to get no traffic. */
const pending = shared(() => within(DATABASE_LIMIT_MS, apart(DATABASE_LIMIT_MS, pendingMigrations)));

/**
 * Whether this process can serve visitors now: the database answers within a second, its schema is the one of this code,
 * the disk has room. Mail that waits does not count: a mail server that is down must not take the pages away.
 */
export async function readiness(): Promise<{ ready: boolean; checks: Check[] }> {
  const checks = await Promise.all([
    check("database", async () => Boolean(await pending())),
    check("migrations", async () => (await pending()).length === 0),
    check("disk", async () => {
      const { DATA_DIR } = env();
      const { bavail, blocks, bsize } = await statfs(existsSync(DATA_DIR) ? DATA_DIR : process.cwd());
      // Some network file systems count no blocks: they tell nothing.
      return blocks === 0 || bavail >= Math.min(MINIMUM_FREE_DISK * blocks, ENOUGH_BYTES / bsize);
    }),
  ]);
  return { ready: checks.every(({ ok }) => ok), checks };
}
