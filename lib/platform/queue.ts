import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { log } from "#lib/platform/log";

/** One sender per process, though the pages and the worker load this module separately. */
const shared = globalThis as { __sender?: Promise<PgBoss> };

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log().error({ err: error }, "job sender"));
  return boss.start();
}

/** What writes jobs in this process. It supervises nothing: that is the worker's part. */
function sender(): Promise<PgBoss> {
  shared.__sender ??= startSender().catch((error: unknown) => {
    delete shared.__sender;
    throw error;
  });
  return shared.__sender;
}

/**
 * Reads what writing a job needs before a transaction opens, so that no lock is held meanwhile.
 * @throws Error when the tables of the jobs do not exist yet
 */
export async function prepareQueue(): Promise<void> {
  await sender();
}

export type NewJob = {
  data: object;
  /** Among the live jobs of the queue only one has it; a second one is not written. */
  key: string;
  /** The highest goes first. */
  priority: number;
};

/** In the caller's transaction: the jobs exist if, and only if, it commits. */
export async function enqueue(tx: Transaction, queue: string, jobs: readonly NewJob[]): Promise<void> {
  if (!jobs.length) return;
  const boss = await sender();
  const rows = jobs.map(({ data, key, priority }) => ({ data, singletonKey: key, priority }));
  await boss.insert(queue, rows, { db: fromPrisma(tx) });
}

export async function closeQueue(): Promise<void> {
  const started = await shared.__sender?.catch(() => undefined);
  delete shared.__sender;
  await started?.stop({ graceful: false });
}
