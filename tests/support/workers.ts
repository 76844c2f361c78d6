import pg from "pg";
import { PgBoss } from "pg-boss";
import { SWEEP_QUEUE } from "#lib/jobs/queues";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";

/** A database of its own, the workers that a test starts on it, and the means to hurry them. */
export type Workshop = {
  databaseUrl: string;
  /**
   * Starts a real worker, as ROLE=worker does.
   * @param name by which `pg_stat_activity` knows its connections
   * @param options.smtpUrl its mail server
   * @param options.clock the instant from which its clock starts
   * @param options.pages whether it serves the pages too
   */
  start(name: string, options: { smtpUrl: string; clock?: Date; pages?: boolean }): Promise<Portal>;
  /** Makes a sweep happen now, as the schedule does every minute; none is added to one that waits or runs. */
  tick(): Promise<void>;
  close(): Promise<void>;
};

/** From then on this process works on that database too. */
export async function openWorkshop(): Promise<Workshop> {
  const dataDir = await dataFolder();
  const server = await startEmbeddedPostgres(dataDir);
  const admin = new pg.Client(server.adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${new URL(server.url).pathname.slice(1)}`);
  await admin.end();
  process.env.DATABASE_URL = server.url;
  const started: Portal[] = [];
  let boss: PgBoss | undefined;
  return {
    databaseUrl: server.url,
    async start(name, { smtpUrl, clock, pages = false }) {
      const address = new URL(server.url);
      address.searchParams.set("application_name", name);
      const settings = { ROLE: pages ? "all" : "worker", DATABASE_URL: address.href, SMTP_URL: smtpUrl };
      const worker = await startPortal({
        dataDir,
        env: { ...settings, ...(clock && { TEST_CLOCK: clock.toISOString() }) },
      });
      started.push(worker);
      return worker;
    },
    async tick() {
      boss ??= await new PgBoss({
        connectionString: server.url,
        max: 1,
        migrate: false,
        supervise: false,
        schedule: false,
      }).start();
      await boss.send(SWEEP_QUEUE);
    },
    async close() {
      await boss?.stop({ graceful: false });
      await Promise.all(started.map((worker) => worker.stop()));
      await server.stop();
      await removeFolder(dataDir);
    },
  };
}

/** Waits until something is so. @param limit in milliseconds @throws Error naming what was waited for */
export async function until(what: string, limit: number, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${limit} ms: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
